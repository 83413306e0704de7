import type { ComputeRun, WorkerPool } from '@fashion-mnist/kernels';
import { pca, tsne, umap } from '@fashion-mnist/visualize';
import { firstImages } from '../data/first-images.ts';
import { type LabelledImages, shuffledImages } from '../data/shuffled-images.ts';
import { growthExponent, type SizedFigure } from '../embedding/growth-exponent.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { stageClock } from '../embedding/stage-clock.ts';
import { createStageTimes, type StageTimes, WHOLE } from '../embedding/stage-times.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';
import { computed } from '../runner/computed.ts';
import { timed } from '../runner/timed.ts';

type Images = LabelledImages['samples'];

const IMAGE_COUNTS = [1000, 5000, 10_000, 35_000, 70_000];

/** N log N, whose exponent is 1.11 over these sizes, and some more for the exact search. */
const GROWTH_TARGET = { of: WHOLE, bound: { atMost: 1.3 }, aim: 1.15 };

const METHODS = {
  pca: (images: Images, run: ComputeRun) => pca(images, run),
  umap: (images: Images, run: ComputeRun) => umap(images, { nEpochs: 200, ...run }),
  tsne: (images: Images, run: ComputeRun) => tsne(images, { perplexity: 30, nIter: 1000, ...run }),
};

type Method = keyof typeof METHODS;

/** What becomes of each method, and of each of its stages, with more images. */
export const growth: Benchmark = {
  name: 'growth',
  question: 'How does the time grow with the number of images?',
  rounds: 1,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const { samples } = await shuffledImages(imageCount);
    const pool = await ourPool(cleanup);
    const counts = IMAGE_COUNTS.filter((count) => count <= imageCount);
    const comparisons: Comparison[] = [];
    for (const method of Object.keys(METHODS) as Method[])
      comparisons.push(...(await comparisonsOf(method, samples, counts, pool)));
    return comparisons;
  },
};

/** The smallest numbers of images warm up, and show which stages there are. */
async function comparisonsOf(
  method: Method,
  samples: Images,
  counts: readonly number[],
  pool: WorkerPool,
): Promise<readonly Comparison[]> {
  const project = async (count: number) => {
    const clock = stageClock();
    await METHODS[method](firstImages(samples, count), { pool, onProgress: clock.onProgress });
    return clock.stop();
  };
  const tried: (readonly string[])[] = [];
  for (const count of counts.slice(0, 2)) tried.push([...(await project(count)).keys()]);
  const stages = new Set(tried.flat());
  const constantStages = [...stages].filter((stage) => tried.every((names) => names.includes(stage)));

  const times = createStageTimes();
  const whole: Comparison = {
    title: `${method}, ${WHOLE}`,
    unit: 'ms',
    contenders: counts.map((count) => ({
      ...timed(
        imageCountText(count),
        () => project(count),
        (stageTimes) => times.add(count, stageTimes),
      ),
      warmUp: () => {},
    })),
  };
  const byStage = [...stages].map(
    (stage): Comparison => ({
      title: `${method}, ${stage}`,
      unit: 'ms',
      contenders: counts.map((count) => computed(imageCountText(count), () => times.median(count, stage))),
    }),
  );
  return [whole, ...byStage, ...exponentComparisons(method, [WHOLE, ...constantStages], times)];
}

function exponentComparisons(
  method: Method,
  stages: readonly string[],
  times: StageTimes,
): readonly Comparison[] {
  const comparison = (
    title: string,
    choose: (figures: readonly SizedFigure[]) => readonly SizedFigure[],
  ) => ({
    title: `${method}, power of growth, ${title}`,
    unit: '' as const,
    contenders: stages.map((stage) => computed(stage, () => growthExponent(choose(times.medians(stage))))),
    targets: [GROWTH_TARGET],
  });
  return [
    comparison('all sizes', (figures) => figures),
    comparison('the two largest', (figures) => figures.slice(-2)),
  ];
}
