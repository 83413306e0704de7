import { proxy, type Remote } from 'comlink';
import type { Dataset } from '../../data/dataset.ts';
import { addPredictions } from '../../state/predictions.ts';
import { likeliest } from '../../work/training/judge.ts';
import type { IdRange, NetworkSummary, TrainingService } from '../../work/training/training-job.ts';
import { describeSubject } from './publish-answers.ts';

/** How often a network is right about images that nothing was chosen by. */
export interface TestResult {
  readonly correctCount: number;
  readonly count: number;
}

/** Lets a network answer for the test images; the other parts are given its answers. */
export async function testNetwork(
  service: Remote<TrainingService>,
  subject: NetworkSummary,
  { dataset, test }: { readonly dataset: Dataset; readonly test: IdRange },
  onShare: (share: number) => void,
): Promise<TestResult> {
  const { name, classNames } = dataset.entry;
  const probabilities = await service.testAnswers(proxy(onShare));
  const labels = (await dataset.labels()).subarray(test.first, test.first + test.count);
  const predicted = likeliest(probabilities, classNames.length);
  addPredictions({
    model: describeSubject(subject),
    dataset: name,
    ...test,
    probabilities,
    unseen: subject.isUnseen,
  });
  const correctCount = labels.filter((label, image) => label === predicted[image]).length;
  return { correctCount, count: test.count };
}
