import { reportProgress } from '@fashion-mnist/core';
import { command } from '../compute/command.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun, SampleMatrix } from '../samples.ts';
import { place } from './place.ts';
import { type Rows, streamRows } from './stream-rows.ts';

/** `x -> (x - centre) · matrix + bias` for rows `x`. */
export interface AffineMap {
  /** Shape `[inputCount]`. */
  readonly centre: Float32Array;
  /** Shape `[inputCount, outputCount]`. */
  readonly matrix: Float32Array;
  /** Shape `[outputCount]`. */
  readonly bias: Float32Array;
}

const PANEL_WIDTH = 8;
const ROWS_PER_PIECE = 64;
const BYTES_AT_ONCE = 2 ** 22;

/**
 * An affine map of every row, shape `[rowCount, outputCount]`. Summed in float32 in an order that does not depend on
 * the threads.
 */
export async function affineProduct(
  pool: WorkerPool,
  rows: SampleMatrix,
  { centre, matrix, bias }: AffineMap,
  { stage, signal, onProgress }: LongRun & { readonly stage: string },
): Promise<Float32Array> {
  const { sampleCount, featureCount: inner } = rows;
  const columnCount = bias.length;
  const panelCount = Math.ceil(columnCount / PANEL_WIDTH);
  const rowsAtOnce = rowsFor(inner * rows.data.BYTES_PER_ELEMENT + columnCount * 4);
  const product = new Float32Array(sampleCount * columnCount);
  const region = pool.region();
  try {
    const [matrixPointer, centrePointer, biasPointer] = await place(pool, region, [matrix, centre, bias]);
    const panels = region.alloc(panelCount * inner * PANEL_WIDTH * 4);
    const output = region.alloc(Math.min(rowsAtOnce, sampleCount) * columnCount * 4);
    await pool.submit(
      [command('packColumns', { total: panelCount, grain: 1 }, matrixPointer, inner, columnCount, panels)],
      { signal },
    );
    const kernel = rows.data instanceof Uint8Array ? 'multiplyCentredBytes' : 'multiplyCentredFloats';
    const onRows = async ({ start, count }: Rows) => {
      product.set(await pool.read(Float32Array, output, count * columnCount), start * columnCount);
      const completed = start + count;
      reportProgress(onProgress, { stage, completed, total: sampleCount, unit: 'samples' });
    };
    await streamRows(pool, rows, { rowsAtOnce, signal, onRows }, ({ pointer, count }) => {
      const work = { total: count, grain: ROWS_PER_PIECE };
      return [command(kernel, work, pointer, centrePointer, inner, panels, columnCount, biasPointer, output)];
    });
  } finally {
    region.release();
  }
  return product;
}

function rowsFor(rowBytes: number): number {
  return ROWS_PER_PIECE * Math.max(1, Math.floor(BYTES_AT_ONCE / (ROWS_PER_PIECE * rowBytes)));
}
