import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import type { Activation } from './mlp-options.ts';
import type { NetworkWeights } from './network-weights.ts';
import { PlacedNetwork } from './placed-network.ts';
import { placeable, roomForRows, writeRows } from './placed-rows.ts';

const ROWS_AT_ONCE = 1000;

/** The scores of samples, shape `[sampleCount, outputCount]`. */
export async function scoreRows(
  features: FeatureMatrix,
  weights: NetworkWeights,
  activation: Activation,
  run: ComputeRun,
): Promise<Float32Array> {
  const sizes = [features.featureCount, ...weights.map(({ outputCount }) => outputCount)];
  const matrix = placeable(features, sizes);
  const outputCount = sizes.at(-1)!;
  const { sampleCount } = matrix;
  const scores = new Float32Array(sampleCount * outputCount);
  const parameterCount = weights.reduce((sum, { coef }) => sum + coef.length, 0);
  await withPool(run, sampleCount * parameterCount, async (pool) => {
    const region = pool.region();
    try {
      const rowsAtOnce = Math.min(ROWS_AT_ONCE, sampleCount);
      const network = await PlacedNetwork.place(pool, region, sizes, activation, rowsAtOnce);
      await network.write(weights);
      const rows = await roomForRows(pool, region, matrix, rowsAtOnce);
      const order = region.alloc(rowsAtOnce * 4);
      await pool.write(
        order,
        Int32Array.from({ length: rowsAtOnce }, (_, row) => row),
      );
      for (let start = 0; start < sampleCount; start += rowsAtOnce) {
        const count = Math.min(rowsAtOnce, sampleCount - start);
        await writeRows(pool, rows, matrix, start, start + count);
        await pool.submit(network.forward(rows, { order, count }), { signal: run.signal });
        scores.set(await network.readScores(count), start * outputCount);
      }
    } finally {
      region.release();
    }
  });
  return scores;
}
