import type { FitRun } from '../../classifier.ts';
import type { FeatureMatrix } from '../../samples/features.ts';

/** What a linear support vector machine is fitted to, and when it is good enough. */
export interface MarginProblem {
  readonly matrix: FeatureMatrix;
  /** The class of each sample, `0..classCount - 1`. */
  readonly codes: Int32Array;
  readonly classCount: number;
  /** What a sample costs, above 0. */
  readonly cost: number;
  /** By how much more those of a class cost, above 0. */
  readonly classWeights: Float64Array;
  /** By how much more each sample costs, at least 0. */
  readonly sampleWeight: Float64Array | undefined;
  /** The value of a feature that all samples have, whose weight makes the intercept; 0 for none. */
  readonly interceptFeature: number;
  readonly tolerance: number;
  readonly epochLimit: number;
}

/** How to search. */
export type SearchRun = Pick<FitRun, 'signal' | 'onProgress' | 'seed'>;

/** Two classes make one output, above 0 for the second one; more make one each. */
export function outputCountOf(classCount: number): number {
  return classCount === 2 ? 1 : classCount;
}

/**
 * What each sample costs in each of the problems "this class against the rest", with the sign of its label; shape
 * `[outputCount, sampleCount]`. As in liblinear, the weight of a class counts in its own problem only, unless there are
 * but two.
 */
export function signedCosts({ codes, classCount, ...problem }: MarginProblem): Float64Array {
  const { classWeights, cost, sampleWeight } = problem;
  const outputCount = outputCountOf(classCount);
  const costs = new Float64Array(outputCount * codes.length);
  for (let output = 0; output < outputCount; output++) {
    const positive = classCount === 2 ? 1 : output;
    for (let sample = 0; sample < codes.length; sample++) {
      const isPositive = codes[sample] === positive;
      const classWeight = isPositive || classCount === 2 ? classWeights[codes[sample]!]! : 1;
      const weighted = cost * classWeight * (sampleWeight?.[sample] ?? 1);
      costs[output * codes.length + sample] = isPositive ? weighted : -weighted;
    }
  }
  return costs;
}

/** The samples that have a weight. */
export function weightedSamples({ codes, sampleWeight }: MarginProblem): Int32Array {
  return countUp(codes.length).filter((sample) => sampleWeight?.[sample] !== 0);
}

/** `0..length - 1`. */
export function countUp(length: number): Int32Array {
  return new Int32Array(length).map((_, i) => i);
}

/** An array as many times, one behind the other. */
export function repeated(array: Int32Array, times: number): Int32Array {
  const all = new Int32Array(times * array.length);
  for (let time = 0; time < times; time++) all.set(array, time * array.length);
  return all;
}
