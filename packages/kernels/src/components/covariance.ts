import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun } from '../pool/open-pool.ts';
import { withPool } from '../pool/with-pool.ts';
import { type Samples, sampleMatrix } from '../samples.ts';
import { momentsIn } from './moments.ts';

/** Mean and covariance of the features. */
export interface CovarianceResult {
  /** Shape `[featureCount]`. */
  readonly mean: Float64Array;
  /** Shape `[featureCount, featureCount]`, symmetric; unit of the samples, squared. */
  readonly covariance: NdArray<Float64Array>;
}

/**
 * The covariance of the features, with the divisor `sampleCount - 1`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least two samples; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - fewer than two samples; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 * @remarks O(sampleCount · featureCount²). For bytes all sums are whole numbers below 2^53, hence exact. Floats are
 *   centred on the first sample before their products are summed in float64. The same bytes on any number of threads.
 * @see numpy.cov
 */
export async function covariance(samples: Samples, run: ComputeRun = {}): Promise<CovarianceResult> {
  const matrix = sampleMatrix('samples', samples);
  const { sampleCount, featureCount } = matrix;
  return withPool(run, (sampleCount * featureCount ** 2) / 2, async (pool) => {
    const region = pool.region();
    try {
      const { mean, covariance: pointer } = await momentsIn(pool, region, matrix, run);
      const data = await pool.read(Float64Array, pointer, featureCount ** 2);
      return { mean, covariance: { data, shape: [featureCount, featureCount] } };
    } finally {
      region.release();
    }
  });
}
