import { parentPort, workerData } from 'node:worker_threads';
import type { ProgressEvent } from '@fashion-mnist/core';
import { accuracyScore, confusionMatrix, KNeighborsClassifier } from '@fashion-mnist/models';
import type { LearnJob, LearnMessage, Lesson } from './learn.ts';

const NEIGHBORS = 5;

async function learn({ train, test }: LearnJob): Promise<Lesson> {
  const onProgress = (event: ProgressEvent) => tell({ type: 'progress', event });
  const classifier = new KNeighborsClassifier({ nNeighbors: NEIGHBORS });
  const fitted = await classifier.fit(train.images, train.labels, { onProgress });
  const predicted = await fitted.predict(test.images, { onProgress });
  await fitted.dispose();
  return {
    model: `${NEIGHBORS} nearest neighbours`,
    trainCount: train.labels.length,
    testCount: test.labels.length,
    accuracy: accuracyScore(test.labels, predicted),
    confusion: Uint32Array.from(confusionMatrix(test.labels, predicted).counts.data),
  };
}

function tell(message: LearnMessage): void {
  parentPort?.postMessage(message);
}

try {
  tell({ type: 'done', lesson: await learn(workerData as LearnJob) });
} catch (error) {
  tell({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
}
