import { type ComputeRun, command, type WorkerPool, withPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import { poolArrays } from './pool-arrays.ts';

/** Scores are linear in the features: `x · weights + intercepts`. */
export interface LinearMap {
  /** Shape `[outputCount, featureCount]`. */
  readonly weights: Float64Array;
  /** Shape `[outputCount]`. */
  readonly intercepts: Float64Array;
}

const PANEL_WIDTH = 8;
const ROWS_PER_PIECE = 64;
const ROWS_AT_ONCE = 4096;

/** Scores of samples, shape `[sampleCount, outputCount]`, summed in float32. */
export function linearScores(map: LinearMap, matrix: FeatureMatrix, run: ComputeRun): Promise<Float64Array> {
  const multiplyAdds = matrix.data.length * map.intercepts.length;
  return withPool(run, multiplyAdds, (pool) => scoresIn(pool, map, matrix, run));
}

async function scoresIn(
  pool: WorkerPool,
  map: LinearMap,
  matrix: FeatureMatrix,
  { signal }: ComputeRun,
): Promise<Float64Array> {
  const { data, sampleCount, featureCount, scaling } = matrix;
  const outputCount = map.intercepts.length;
  const rowsAtOnce = Math.min(ROWS_AT_ONCE, sampleCount);
  const panelCount = Math.ceil(outputCount / PANEL_WIDTH);
  const scores = new Float64Array(sampleCount * outputCount);
  const region = pool.region();
  try {
    const arrays = poolArrays(pool, region);
    const weights = await arrays.write(weightsOfStoredValues(map, matrix));
    const centre = await arrays.write(Float32Array.from(scaling?.mean ?? new Float64Array(featureCount)));
    const bias = await arrays.write(Float32Array.from(map.intercepts));
    const panels = arrays.room(panelCount * featureCount * PANEL_WIDTH * 4);
    const rows = arrays.room(rowsAtOnce * featureCount * data.BYTES_PER_ELEMENT);
    const products = arrays.room(rowsAtOnce * outputCount * 4);
    const packing = { total: panelCount, grain: 1 };
    await pool.submit([command('packColumns', packing, weights, featureCount, outputCount, panels)], {
      signal,
    });
    const kernel = data instanceof Uint8Array ? 'multiplyCentredBytes' : 'multiplyCentredFloats';
    const operands = [rows, centre, featureCount, panels, outputCount, bias, products] as const;
    for (let start = 0; start < sampleCount; start += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, sampleCount - start);
      await pool.write(rows, data.subarray(start * featureCount, (start + count) * featureCount));
      const work = { total: count, grain: ROWS_PER_PIECE };
      await pool.submit([command(kernel, work, ...operands)], { signal });
      scores.set(await pool.read(Float32Array, products, count * outputCount), start * outputCount);
    }
  } finally {
    region.release();
  }
  return scores;
}

/** For stored values less the mean, shape `[featureCount, outputCount]`. */
function weightsOfStoredValues(
  { weights, intercepts }: LinearMap,
  { featureCount, scaling }: FeatureMatrix,
): Float32Array {
  const outputCount = intercepts.length;
  const matrix = new Float32Array(weights.length);
  for (let feature = 0; feature < featureCount; feature++) {
    const scale = scaling?.scale[feature] ?? 1;
    for (let output = 0; output < outputCount; output++)
      matrix[feature * outputCount + output] = weights[output * featureCount + feature]! / scale;
  }
  return matrix;
}
