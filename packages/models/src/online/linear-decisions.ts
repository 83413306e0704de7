import type { NdArray } from '@fashion-mnist/core';
import { type ComputeRun, command, withPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import { rowChunks, rowsPerChunk } from '../samples/row-chunks.ts';
import { firstNumbers, paddedWidth, placed, placeFeatures } from './placed-features.ts';

/** A decision is `coef · x + intercept`. */
export interface LinearWeights {
  /** Shape `[problemCount, featureCount]`. */
  readonly coef: NdArray<Float64Array>;
  /** Shape `[problemCount]`. */
  readonly intercept: Float64Array;
}

const ROWS_PER_PIECE = 64;

/** The decisions of all problems, shape `[sampleCount, problemCount]`; the products are summed in float32. */
export function linearDecisions(
  matrix: FeatureMatrix,
  { coef, intercept }: LinearWeights,
  run: ComputeRun,
): Promise<Float64Array> {
  const { sampleCount, featureCount } = matrix;
  const problemCount = intercept.length;
  const width = paddedWidth(featureCount);
  return withPool(run, sampleCount * featureCount * problemCount, async (pool) => {
    const region = pool.region();
    try {
      const most = rowsPerChunk(matrix);
      const samples = await placeFeatures(pool, region, matrix, most);
      const order = await placed(pool, region, firstNumbers(most));
      const problems = await placed(pool, region, firstNumbers(problemCount));
      const weights = await placed(pool, region, paddedRows(coef, width));
      const rows = region.alloc(most * width * 4);
      const products = region.alloc(most * problemCount * 4);
      const decisions = new Float64Array(sampleCount * problemCount);
      for (const { start, count, data } of rowChunks(matrix)) {
        await pool.write(samples[0], data);
        const work = { total: count, grain: ROWS_PER_PIECE };
        const prepare = command('prepareRows', work, ...samples, order, rows);
        const listed = [problems, problemCount, weights, products] as const;
        const project = command('projectOnProblems', work, rows, width, ...listed);
        await pool.submit([prepare, project], { signal: run.signal });
        const values = await pool.read(Float32Array, products, count * problemCount);
        for (let i = 0; i < values.length; i++)
          decisions[start * problemCount + i] = values[i]! + intercept[i % problemCount]!;
      }
      return decisions;
    } finally {
      region.release();
    }
  });
}

function paddedRows({ data, shape }: NdArray<Float64Array>, width: number): Float32Array {
  const [rowCount = 0, featureCount = 0] = shape;
  const rows = new Float32Array(rowCount * width);
  for (let row = 0; row < rowCount; row++)
    rows.set(data.subarray(row * featureCount, (row + 1) * featureCount), row * width);
  return rows;
}
