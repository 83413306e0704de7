import type { WorkerPool } from '@fashion-mnist/kernels';
import { unpackedFiles } from '../data/fashion-files.ts';
import { startPython } from '../peers/python-peer.ts';
import type { AbsentContender, Cleanup, Comparison, Contender, Target } from '../runner/benchmark.ts';
import type { Contest } from './contest.ts';
import { ourClassifier } from './our-classifier.ts';
import { splitImages } from './split-images.ts';

const TRAIN_COUNT = 60_000;
const TEST_COUNT = 10_000;

/** How long ours and the peer take to fit and to predict, and how accurate they are. */
export async function contestComparisons(
  contest: Contest,
  pool: WorkerPool,
  cleanup: Cleanup,
  imageCount?: number,
): Promise<readonly Comparison[]> {
  const trainCount = Math.min(imageCount ?? Infinity, contest.trainCount ?? TRAIN_COUNT);
  const testCount = Math.min(imageCount ?? Infinity, contest.testCount ?? TEST_COUNT);
  const images = await splitImages({ trainCount, testCount });
  const ours = await ourClassifier(contest, images, pool);
  const peer = await peerClassifier(contest, trainCount, testCount, cleanup);
  const { title, fit, predict, accuracyWithin, mayBeBetter = false, objectiveOfC } = contest;
  const speed = ({ floor, aim }: { floor: number; aim: number }): Target => ({
    of: peer('fit').name,
    to: ours.name,
    bound: { atLeast: floor },
    aim,
  });
  const difference = { of: ours.name, minus: peer('fit').name };
  return [
    {
      title: `fit, ${title}, ${trainCount.toLocaleString('en')} images`,
      unit: 'ms',
      contenders: [ours.fit, peer('fit')],
      targets: fit === undefined ? [] : [speed(fit)],
    },
    {
      title: `predict, ${title}, ${testCount.toLocaleString('en')} images`,
      unit: 'ms',
      contenders: [ours.predict, peer('predict')],
      targets: predict === undefined ? [] : [speed(predict)],
    },
    {
      title: `accuracy, ${title}`,
      unit: '',
      contenders: [ours.accuracy, peer('accuracy')],
      targets: [
        { ...difference, bound: { atLeast: -accuracyWithin } },
        ...(mayBeBetter ? [] : [{ ...difference, bound: { atMost: accuracyWithin } }]),
      ],
    },
    ...(objectiveOfC === undefined
      ? []
      : [
          {
            title: `objective, ${title}`,
            unit: '' as const,
            contenders: [ours.objective(objectiveOfC), peer('objective')],
            targets: [{ ...difference, bound: { atMost: 0 } }],
          },
        ]),
  ];
}

/** One process of the peer, a contender per question. */
async function peerClassifier(
  { peer, isScaled = true }: Contest,
  trainCount: number,
  testCount: number,
  cleanup: Cleanup,
): Promise<(question: string) => Contender | AbsentContender> {
  const { takesSeed = true } = peer;
  const spec = JSON.stringify({ ...peer, takesSeed, trainCount, testCount, isScaled });
  const python = await startPython('classifier.py', [spec, ...Object.values(await unpackedFiles())], cleanup);
  const name = peer.module.startsWith('sklearn') ? 'scikit-learn' : peer.module;
  if ('reason' in python) return () => ({ name, reason: python.reason });
  const { versions, ask } = python;
  return (question) => ({ name, versions, measure: () => ask(question), warmUp: () => {} });
}
