import type { WorkerPool } from '@fashion-mnist/kernels';
import { StandardScaler } from '@fashion-mnist/models';
import { ourPool } from '../embedding/our-pool.ts';
import type { Benchmark, Comparison, Contender } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';
import { JS_CONTESTS, type JsContest } from './js-contests.ts';
import type { JsPeer, Rows } from './js-peers.ts';
import { ourClassifier } from './our-classifier.ts';
import { type SplitImages, splitImages } from './split-images.ts';

/** Classifiers of other JavaScript libraries, at sizes that these can do. */
export const classicalJs: Benchmark = {
  name: 'classical-js',
  question: 'How fast are classifiers of other JavaScript libraries?',
  rounds: 3,
  isSlow: true,
  async prepare(cleanup) {
    const pool = await ourPool(cleanup);
    const comparisons = [];
    for (const contest of JS_CONTESTS) comparisons.push(await comparisonsOf(contest, pool));
    return comparisons.flat();
  },
};

async function comparisonsOf(contest: JsContest, pool: WorkerPool): Promise<readonly Comparison[]> {
  const { title, trainCount, testCount, work, floor } = contest;
  const images = await splitImages({ trainCount, testCount });
  const ours = await ourClassifier(contest, images, pool);
  const peer = await jsClassifier(contest.peer, images);
  const target = { of: peer.name, to: ours.name, bound: { atLeast: floor } };
  const comparison = (kind: 'fit' | 'predict', count: number): Comparison => ({
    title: `${kind}, ${title}, ${count.toLocaleString('en')} images`,
    unit: 'ms',
    contenders: [ours[kind], peer[kind]],
    targets: kind === work ? [target] : [],
  });
  return [
    comparison('fit', trainCount),
    comparison('predict', testCount),
    { title: `accuracy, ${title}`, unit: '', contenders: [ours.accuracy, peer.accuracy] },
  ];
}

async function jsClassifier(
  { name, fit }: JsPeer,
  { train, test }: SplitImages,
): Promise<{ readonly name: string } & Readonly<Record<'fit' | 'predict' | 'accuracy', Contender>>> {
  const { mean, scale } = await new StandardScaler().fit(train.samples);
  const rowsOf = ({ data, shape }: { data: Uint8Array; shape: readonly number[] }): Rows =>
    Array.from({ length: shape[0] ?? 0 }, (_, row) =>
      Array.from(mean, (middle, i) => ((data[row * mean.length + i] ?? 0) - middle) / (scale[i] ?? 1)),
    );
  const [trainRows, testRows] = [rowsOf(train.samples), rowsOf(test.samples)];
  const trainLabels = [...train.labels];
  let predict: Awaited<ReturnType<JsPeer['fit']>> | undefined;
  let right = 0;
  const noWarmUp = { warmUp: () => {} };
  return {
    name,
    fit: {
      ...timed(
        name,
        () => fit(trainRows, trainLabels),
        (fitted) => void (predict = fitted),
      ),
      ...noWarmUp,
    },
    predict: {
      ...timed(
        name,
        () => predict?.(testRows) ?? [],
        (labels) => {
          right = Array.from(labels).filter((label, i) => label === test.labels[i]).length;
        },
      ),
      ...noWarmUp,
    },
    accuracy: { name, measure: () => right / test.labels.length, ...noWarmUp },
  };
}
