import { sampleWeights } from '../samples/sample-weights.ts';

/** What every metric takes. */
export interface WeightedMetricOptions {
  /** How much each sample counts, at least 0. @default all the same */
  readonly sampleWeight?: ArrayLike<number> | undefined;
}

/** One weight for each sample: 1 where none are given. */
export function weightsOf({ sampleWeight }: WeightedMetricOptions, sampleCount: number): Float64Array {
  return sampleWeights(sampleWeight, sampleCount) ?? new Float64Array(sampleCount).fill(1);
}

/** The weighted mean of a value per sample. */
export function weightedMean(values: ArrayLike<number>, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += values[i]! * weights[i]!;
    total += weights[i]!;
  }
  return sum / total;
}
