import type { NdArray } from '@fashion-mnist/core';
import { KernelsError } from '../errors.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import { withPool } from '../pool/with-pool.ts';
import { type Samples, sampleMatrix } from '../samples.ts';
import { leadingEigenpairs } from './leading-eigenpairs.ts';
import { momentsIn } from './moments.ts';

/** How many axes `principalComponents` finds, and what it computes with. */
export interface PrincipalComponentsOptions extends ComputeRun {
  /** Axes to find, `1..min(sampleCount, featureCount)`. @default 2 */
  readonly componentCount?: number | undefined;
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
  /** Sum of the variances of all features, in the unit of the samples, squared. */
  readonly totalVariance: number;
}

const DEFAULTS = Object.freeze({ componentCount: 2 });

/** About how often a vector is multiplied by the covariance until its axis is found. */
const EIGEN_WORK = 20;

/**
 * The leading eigenvectors of the covariance of samples.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least two samples; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - fewer than two samples, or no such number of axes; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 * @remarks Exact: residuals below 1e-9 of the largest variance. The same bytes on any number of threads. Signs are
 *   fixed: the loading with the largest magnitude is positive. Stages: `covariance` (samples), `axes` (rounds). The
 *   pool holds some megabytes of samples at a time, and three matrices `[featureCount, featureCount]` of float64.
 * @see sklearn.decomposition.PCA(svd_solver='full'), with which it agrees
 */
export async function principalComponents(
  samples: Samples,
  options: PrincipalComponentsOptions = {},
): Promise<PrincipalComponents> {
  const { componentCount = DEFAULTS.componentCount, ...run } = options;
  const matrix = sampleMatrix('samples', samples);
  const { sampleCount, featureCount } = matrix;
  requireCounts(componentCount, sampleCount, featureCount);

  return withPool(run, featureCount ** 2 * (sampleCount / 2 + EIGEN_WORK * componentCount), async (pool) => {
    const region = pool.region();
    try {
      const { mean, variances, covariance } = await momentsIn(pool, region, matrix, run);
      const covarianceMatrix = { pointer: covariance, size: featureCount };
      const { values, vectors } = await leadingEigenpairs(pool, covarianceMatrix, componentCount, run);
      const explainedVariance = values.map((value) => Math.max(value, 0));
      const totalVariance = variances.reduce((sum, variance) => sum + variance, 0);
      return {
        mean,
        components: { data: fixSigns(vectors, featureCount), shape: [componentCount, featureCount] },
        explainedVariance,
        explainedVarianceRatio: explainedVariance.map((value) =>
          totalVariance > 0 ? value / totalVariance : 0,
        ),
        totalVariance,
      };
    } finally {
      region.release();
    }
  });
}

function requireCounts(componentCount: number, sampleCount: number, featureCount: number): void {
  if (sampleCount < 2) throw new KernelsError('E_COUNT', `samples: expected at least 2, got ${sampleCount}`);
  const most = Math.min(sampleCount, featureCount);
  if (!Number.isInteger(componentCount) || componentCount < 1 || componentCount > most)
    throw new KernelsError('E_COUNT', `componentCount: expected 1..${most}, got ${componentCount}`);
}

function fixSigns(vectors: Float64Array, length: number): Float64Array {
  for (let start = 0; start < vectors.length; start += length) {
    const vector = vectors.subarray(start, start + length);
    const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
    if (largest < 0) for (let i = 0; i < length; i++) vector[i] = -vector[i]!;
  }
  return vectors;
}
