import type { Region, WorkerPool } from '@fashion-mnist/kernels';
import type { FitRun } from '../classifier.ts';
import type { FeatureMatrix } from '../samples/features.ts';
import type { GrowthRules } from './growth-rules.ts';
import { type PlacedFeatures, placeFeatures } from './place-features.ts';

/** What trees learn from. */
export interface TreeSamples {
  readonly matrix: FeatureMatrix;
  /** Classes of the samples, `0..classCount - 1`. */
  readonly codes: Int32Array;
  readonly classCount: number;
  readonly weights: Float64Array;
}

/** How samples are drawn for each tree. */
export interface Drawing {
  /** With replacement; 0 to take each sample once. */
  readonly drawCount: number;
  /** Whether the classes that are drawn for a tree weigh the same in it. */
  readonly isBalanced: boolean;
}

/** What trees learn from and by which rules, in the memory of a pool. */
export interface TreeProblem {
  readonly pool: WorkerPool;
  readonly features: PlacedFeatures;
  readonly sampleCount: number;
  readonly featureCount: number;
  readonly classCount: number;
  readonly labels: number;
  readonly weights: number;
  readonly terms: number;
  readonly rules: GrowthRules;
  readonly drawing: Drawing;
}

/** Of the kernels for codes. */
const MOST_CODED_CLASSES = 16;
/** Up to here tables of terms are worth their memory. */
const LARGEST_CODED_WEIGHT = 2 ** 20;

export async function placeProblem(
  pool: WorkerPool,
  region: Region,
  samples: TreeSamples,
  rules: GrowthRules,
  drawing: Drawing,
  run: FitRun,
): Promise<TreeProblem> {
  const { matrix, codes, classCount, weights } = samples;
  const { sampleCount, featureCount } = matrix;
  const largest = largestTotal(samples, drawing);
  const mayBeCodes = classCount <= MOST_CODED_CLASSES && largest <= LARGEST_CODED_WEIGHT;
  const features = await placeFeatures(pool, region, matrix, mayBeCodes, run);
  const terms = features.rows === 0 ? new Float64Array(1) : termsUpTo(largest, rules.isEntropy);
  const place = async (array: Int32Array | Float64Array) => {
    const pointer = region.alloc(array.byteLength);
    await pool.write(pointer, array);
    return pointer;
  };
  const pointers = { labels: await place(codes), weights: await place(weights), terms: await place(terms) };
  return { pool, features, sampleCount, featureCount, classCount, ...pointers, rules, drawing };
}

/** The most that a tree's samples can weigh; infinite unless all weights are whole numbers. */
function largestTotal({ weights }: TreeSamples, { drawCount, isBalanced }: Drawing): number {
  if (isBalanced || !weights.every(Number.isInteger)) return Number.POSITIVE_INFINITY;
  if (drawCount === 0) return weights.reduce((sum, weight) => sum + weight, 0);
  return drawCount * weights.reduce((most, weight) => Math.max(most, weight), 0);
}

/**
 * For every count of a class what it adds to the score of a node: its square, or `n log2 n`. The logarithms are rounded
 * to a binary fraction such that sums of them are exact: what is equal on paper is equal here.
 */
function termsUpTo(largest: number, isEntropy: boolean): Float64Array {
  if (!isEntropy) return Float64Array.from({ length: largest + 1 }, (_, count) => count * count);
  const scale = 2 ** (51 - Math.ceil(Math.log2(2 + 2 * largest * Math.log2(2 + largest))));
  return Float64Array.from({ length: largest + 1 }, (_, count) =>
    count === 0 ? 0 : Math.round(count * Math.log2(count) * scale) / scale,
  );
}
