import { reportProgress } from '@fashion-mnist/core';
import { type Command, command } from '../compute/command.ts';
import { KernelsError } from '../errors.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import { type Rows, streamRows } from '../products/stream-rows.ts';
import type { LongRun, SampleMatrix } from '../samples.ts';
import { SUM_OF_BYTES, SUM_OF_FLOATS, type Summation, type SumPointers } from './sums-of-products.ts';

/** Mean and covariance of the features of samples. */
export interface Moments {
  /** Shape `[featureCount]`. */
  readonly mean: Float64Array;
  /** The diagonal of the covariance, shape `[featureCount]`. */
  readonly variances: Float64Array;
  /** Pointer to a `Float64Array`, shape `[featureCount, featureCount]`, in the pool. */
  readonly covariance: number;
}

const BYTES_AT_ONCE = 2 ** 22;
const ROW_GRAIN = 16;
const CLEAR_GRAIN = 65_536;

/**
 * The moments of samples, the covariance left in the memory of a pool.
 *
 * @param region - Where the covariance lies; everything else is given back.
 * @throws {KernelsError} `E_COUNT` - fewer than two samples; `E_MEMORY`.
 */
export async function momentsIn(
  pool: WorkerPool,
  region: Region,
  matrix: SampleMatrix,
  { signal, onProgress }: LongRun,
): Promise<Moments> {
  const { data, sampleCount, featureCount } = matrix;
  if (sampleCount < 2)
    throw new KernelsError('E_COUNT', `covariance: expected at least 2 samples, got ${sampleCount}`);
  const summation = data instanceof Uint8Array ? SUM_OF_BYTES : SUM_OF_FLOATS;
  const paddedCount = summation.panelWidth * Math.ceil(featureCount / summation.panelWidth);
  const covariance = region.alloc(featureCount * featureCount * 8);
  const temporary = pool.region();
  try {
    const pointers = allocSums(temporary, summation, paddedCount);
    const variances = temporary.alloc(featureCount * 8);
    if (data instanceof Float32Array) await pool.write(pointers.origin, data.subarray(0, featureCount));
    const clearing = { total: paddedCount * (paddedCount + 1), grain: CLEAR_GRAIN };
    await pool.submit([command('clearSums', clearing, pointers.products)], { signal });

    const onRows = ({ start, count }: Rows) =>
      reportProgress(onProgress, {
        stage: 'covariance',
        completed: start + count,
        total: sampleCount,
        unit: 'samples',
      });
    const rowsAtOnce = rowsFor(summation, featureCount * data.BYTES_PER_ELEMENT);
    await streamRows(pool, matrix, { rowsAtOnce, signal, onRows }, (rows) =>
      addRows(summation, rows, data.BYTES_PER_ELEMENT, featureCount, pointers),
    );
    const { products, sums } = pointers;
    const rows = { total: featureCount, grain: ROW_GRAIN };
    const last = [products, paddedCount, sums, sampleCount, featureCount, covariance, variances] as const;
    await pool.submit([command('covarianceFromSums', rows, ...last)], { signal });
    const total = await pool.read(Float64Array, sums, featureCount);
    const origin = data instanceof Uint8Array ? undefined : data;
    return {
      mean: total.map((sum, feature) => sum / sampleCount + (origin?.[feature] ?? 0)),
      variances: await pool.read(Float64Array, variances, featureCount),
      covariance,
    };
  } finally {
    temporary.release();
  }
}

function allocSums(region: Region, { panelWidth, panelBytes }: Summation, paddedCount: number): SumPointers {
  const products = region.alloc(paddedCount * (paddedCount + 1) * 8);
  return {
    products,
    sums: products + paddedCount * paddedCount * 8,
    panels: region.alloc((paddedCount / panelWidth) * panelBytes),
    origin: region.alloc(paddedCount * 4),
  };
}

function rowsFor({ chunkRows }: Summation, rowBytes: number): number {
  return chunkRows * Math.max(1, Math.floor(BYTES_AT_ONCE / (chunkRows * rowBytes)));
}

function addRows(
  { chunkRows, addChunk }: Summation,
  { pointer, start, count }: Rows,
  elementBytes: number,
  featureCount: number,
  pointers: SumPointers,
): Command[] {
  const commands: Command[] = [];
  for (let row = 0; row < count; row += chunkRows) {
    const chunk = {
      pointer: pointer + row * featureCount * elementBytes,
      start: start + row,
      count: Math.min(chunkRows, count - row),
    };
    commands.push(...addChunk(chunk, featureCount, pointers));
  }
  return commands;
}
