import { type NdArray, reportProgress } from '@fashion-mnist/core';
import { command } from '../compute/command.ts';
import { KernelsError } from '../errors.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import { withPool } from '../pool/with-pool.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { type LongRun, type SampleMatrix, type Samples, sampleMatrix } from '../samples.ts';
import { place } from './place.ts';
import { type Rows, streamRows } from './stream-rows.ts';

const ROWS_PER_PIECE = 32;
const BYTES_AT_ONCE = 2 ** 22;

/** How rows of either type are packed and measured. */
const KERNELS = {
  bytes: {
    pack: 'packRowsOfBytes',
    measure: 'squaredDistancesOfBytes',
    panelHeight: 8,
    panelBytes: (featureCount: number) => 32 * Math.ceil(featureCount / 2),
  },
  floats: {
    pack: 'packRowsOfFloats',
    measure: 'squaredDistancesOfFloats',
    panelHeight: 4,
    panelBytes: (featureCount: number) => 32 * featureCount,
  },
} as const;

/**
 * The squared Euclidean distance of every row of `a` to every row of `b`.
 *
 * @param a - Shape `[aCount, ...featureShape]`; borrowed.
 * @param b - Shape `[bCount, ...featureShape]`, as many features; borrowed.
 * @returns Shape `[aCount, bCount]`; whole numbers, exact, when both hold bytes, else summed in float64.
 * @throws {KernelsError} `E_SHAPE` - the numbers of features differ; `E_NOT_FINITE`; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 * @remarks O(aCount · bCount · featureCount). The same bytes on any number of threads.
 */
export async function pairwiseSquaredDistances(
  a: Samples,
  b: Samples,
  run: ComputeRun = {},
): Promise<NdArray<Float64Array>> {
  const rows = sampleMatrix('a', a);
  const others = sampleMatrix('b', b);
  if (rows.featureCount !== others.featureCount) {
    throw new KernelsError(
      'E_SHAPE',
      `expected b with ${rows.featureCount} features as a, got ${others.featureCount}`,
    );
  }
  const isBytes = rows.data instanceof Uint8Array && others.data instanceof Uint8Array;
  const [left, right] = isBytes ? [rows, others] : [inFloats(rows), inFloats(others)];
  const work = rows.sampleCount * others.sampleCount * rows.featureCount;
  const data = await withPool(run, work, (pool) =>
    measure(pool, left, right, KERNELS[isBytes ? 'bytes' : 'floats'], run),
  );
  return { data, shape: [rows.sampleCount, others.sampleCount] };
}

function inFloats({ data, ...counts }: SampleMatrix): SampleMatrix {
  return { ...counts, data: data instanceof Float32Array ? data : Float32Array.from(data) };
}

async function measure(
  pool: WorkerPool,
  rows: SampleMatrix,
  { data: others, sampleCount: otherCount, featureCount }: SampleMatrix,
  { pack, measure: kernel, panelHeight, panelBytes }: (typeof KERNELS)[keyof typeof KERNELS],
  { signal, onProgress }: LongRun,
): Promise<Float64Array> {
  const distances = new Float64Array(rows.sampleCount * otherCount);
  const panelCount = Math.ceil(otherCount / panelHeight);
  const rowsAtOnce =
    ROWS_PER_PIECE * Math.max(1, Math.floor(BYTES_AT_ONCE / (ROWS_PER_PIECE * 8 * (otherCount + 1))));
  const region = pool.region();
  try {
    const [otherPointer] = await place(pool, region, [others]);
    const panels = region.alloc(panelCount * panelBytes(featureCount));
    const output = region.alloc(Math.min(rowsAtOnce, rows.sampleCount) * otherCount * 8);
    const packing = { total: panelCount, grain: 8 };
    await pool.submit([command(pack, packing, otherPointer, otherCount, featureCount, panels)], { signal });
    const onRows = async ({ start, count }: Rows) => {
      distances.set(await pool.read(Float64Array, output, count * otherCount), start * otherCount);
      const completed = start + count;
      reportProgress(onProgress, {
        stage: 'distances',
        completed,
        total: rows.sampleCount,
        unit: 'samples',
      });
    };
    await streamRows(pool, rows, { rowsAtOnce, signal, onRows }, ({ pointer, count }) => {
      const work = { total: count, grain: ROWS_PER_PIECE };
      return [command(kernel, work, pointer, featureCount, panels, otherCount, output)];
    });
  } finally {
    region.release();
  }
  return distances;
}
