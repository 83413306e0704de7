import { type ComputeRun, command, withPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import { rowChunks, rowsPerChunk } from '../samples/row-chunks.ts';

/** Independent normal distributions of the features, one for each class. */
export interface Gaussians {
  /** Means, shape `[classCount, featureCount]`. */
  readonly theta: Float64Array;
  /** Variances, as large, above 0. */
  readonly variance: Float64Array;
  /** Shape `[classCount]`. */
  readonly classPrior: Float64Array;
}

const ROWS_PER_PIECE = 32;

/** The logarithm of `P(class) * P(x | class)`, shape `[sampleCount, classCount]`, in float64. */
export function jointLogDensities(
  matrix: FeatureMatrix,
  { theta, variance, classPrior }: Gaussians,
  run: ComputeRun,
): Promise<Float64Array> {
  const { data, sampleCount, featureCount, scaling } = matrix;
  const classCount = classPrior.length;
  const scale = (i: number): number => scaling?.scale[i % featureCount] ?? 1;
  const locations = theta.map((value, i) => value * scale(i) + (scaling?.mean[i % featureCount] ?? 0));
  const precisions = variance.map((value, i) => 1 / (value * scale(i) ** 2));
  const logFactors = classPrior.map(
    (prior, code) =>
      Math.log(prior) -
      0.5 *
        variance
          .subarray(code * featureCount, (code + 1) * featureCount)
          .reduce((sum, value) => sum + Math.log(2 * Math.PI * value), 0),
  );
  return withPool(run, sampleCount * featureCount * classCount, async (pool) => {
    const region = pool.region();
    try {
      const most = rowsPerChunk(matrix);
      const samples = region.alloc(most * featureCount * data.BYTES_PER_ELEMENT);
      const [at, precision] = [region.alloc(locations.byteLength), region.alloc(precisions.byteLength)];
      const exponents = region.alloc(most * classCount * 8);
      await pool.write(at, locations);
      await pool.write(precision, precisions);
      const densities = new Float64Array(sampleCount * classCount);
      for (const rows of rowChunks(matrix)) {
        await pool.write(samples, rows.data);
        const work = { total: rows.count, grain: ROWS_PER_PIECE };
        const from = [samples, data instanceof Float32Array ? 1 : 0, featureCount] as const;
        const measure = command('gaussianExponents', work, ...from, at, precision, classCount, exponents);
        await pool.submit([measure], { signal: run.signal });
        const values = await pool.read(Float64Array, exponents, rows.count * classCount);
        densities.set(
          values.map((value, i) => logFactors[i % classCount]! - 0.5 * value),
          rows.start * classCount,
        );
      }
      return densities;
    } finally {
      region.release();
    }
  });
}
