import type { SearchEnd } from './search-in-rounds.ts';

/** Weights of features, one row for each output. */
export interface LinearFit {
  /** Shape `[outputCount, featureCount]`. */
  readonly weights: Float64Array;
  readonly intercepts: Float64Array;
  /** Epochs or iterations, of the output that took most. */
  readonly iterations: number;
  /** Whether every output is within the tolerance. */
  readonly isConverged: boolean;
}

/**
 * Parts the weights of rows, as kernels keep them, into those of features and intercepts.
 *
 * @param rows - Shape `[outputCount, width]`, the intercept's weight behind those of the features.
 */
export function linearFit(
  rows: Float32Array | Float64Array,
  outputCount: number,
  { featureCount, interceptFeature }: { readonly featureCount: number; readonly interceptFeature: number },
  ends: readonly SearchEnd[],
): LinearFit {
  const width = rows.length / outputCount;
  const weights = new Float64Array(outputCount * featureCount);
  const intercepts = new Float64Array(outputCount);
  for (let output = 0; output < outputCount; output++) {
    const row = rows.subarray(output * width, (output + 1) * width);
    weights.set(row.subarray(0, featureCount), output * featureCount);
    intercepts[output] = interceptFeature * row[featureCount]!;
  }
  return {
    weights,
    intercepts,
    iterations: Math.max(...ends.map(({ epochs }) => epochs)),
    isConverged: ends.every(({ isConverged }) => isConverged),
  };
}
