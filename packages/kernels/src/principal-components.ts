import type { NdArray } from '@fashion-mnist/core';
import { covariance } from './covariance.ts';
import { KernelsError } from './errors.ts';
import { type LongRun, type Samples, sampleMatrix } from './samples.ts';
import { dominantSubspace } from './subspace-iteration.ts';

export interface PrincipalComponentsOptions extends LongRun {
  /** Axes to find, `1..featureCount`. @default 2 */
  readonly componentCount?: number;
}

/** The axes of greatest variance. */
export interface PrincipalComponents {
  /** Of the samples; shape `[featureCount]`. */
  readonly mean: Float64Array;
  /** Shape `[componentCount, featureCount]`; orthonormal rows, the first has the greatest variance. */
  readonly components: NdArray<Float64Array>;
  /** Variance along each axis (divisor `sampleCount - 1`), in the unit of the samples, squared. */
  readonly explainedVariance: Float64Array;
  /** Share of the total variance along each axis, `0..1`; 0 when the samples do not vary. */
  readonly explainedVarianceRatio: Float64Array;
}

const DEFAULTS = Object.freeze({ componentCount: 2 });
const CONVERGENCE = Object.freeze({ tolerance: 1e-8, maxRounds: 300 });

/**
 * The leading eigenvectors of the covariance of samples.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least two samples; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - fewer than two samples, or no such number of axes.
 * @throws the signal's reason, when aborted.
 * @remarks Deterministic. Signs are fixed: the loading with the largest magnitude is positive.
 * @see sklearn.decomposition.PCA(svd_solver='full'), with which it agrees
 */
export async function principalComponents(
  samples: Samples,
  options: PrincipalComponentsOptions = {},
): Promise<PrincipalComponents> {
  const { componentCount, ...run } = { ...DEFAULTS, ...options };
  const { featureCount } = sampleMatrix('samples', samples);
  if (!Number.isInteger(componentCount) || componentCount < 1 || componentCount > featureCount) {
    throw new KernelsError('E_COUNT', `componentCount: expected 1..${featureCount}, got ${componentCount}`);
  }
  const moments = await covariance(samples, run);
  const matrix = moments.covariance.data;
  const { values, vectors } = await dominantSubspace(matrix, featureCount, componentCount, {
    ...CONVERGENCE,
    ...run,
  });
  const explainedVariance = values.map((value) => Math.max(value, 0));
  const totalVariance = trace(matrix, featureCount);
  return {
    mean: moments.mean,
    components: { data: fixSigns(vectors, featureCount), shape: [componentCount, featureCount] },
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map((value) => (totalVariance > 0 ? value / totalVariance : 0)),
  };
}

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * size + i]!;
  return sum;
}

function fixSigns(vectors: Float64Array, length: number): Float64Array {
  for (let start = 0; start < vectors.length; start += length) {
    const vector = vectors.subarray(start, start + length);
    const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
    if (largest < 0) for (let i = 0; i < length; i++) vector[i] = -vector[i]!;
  }
  return vectors;
}
