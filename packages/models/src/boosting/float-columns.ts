import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { GROUP_FEATURES, groupCountOf } from './binned-rows.ts';

/** Float samples as they come to be binned. */
export interface FloatRows {
  readonly data: Float32Array;
  readonly rowCount: number;
  readonly featureCount: number;
}

/** Values of one feature, ascending, each as often as it occurs. */
export function sortedColumn(
  { data, featureCount }: FloatRows,
  feature: number,
  rows: Int32Array,
): Float32Array {
  return Float32Array.from(rows, (row) => data[row * featureCount + feature]!).toSorted();
}

/** Different values of an ascending list, and how often each occurs. */
export function countDistinct(sorted: ArrayLike<number>): { values: Float64Array; counts: Int32Array } {
  const values = new Float64Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let length = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (length === 0 || sorted[i] !== values[length - 1]) values[length++] = sorted[i]!;
    counts[length - 1]!++;
  }
  return { values: values.slice(0, length), counts: counts.slice(0, length) };
}

export interface FloatPlacing {
  /** One list per feature, ascending. */
  readonly edges: readonly Float64Array[];
  readonly layout: 'bins' | 'ranks';
  readonly signal: AbortSignal | undefined;
}

/** Puts each value in its place among its feature's edges: as bins in groups, or as ranks in columns. */
export async function placeFloats(
  pool: WorkerPool,
  region: Region,
  { data, rowCount, featureCount }: FloatRows,
  { edges, layout, signal }: FloatPlacing,
): Promise<number> {
  const groupCount = groupCountOf(featureCount);
  const starts = new Int32Array(featureCount + 1);
  for (const [feature, { length }] of edges.entries()) starts[feature + 1] = starts[feature]! + length;
  const joined = new Float64Array(Math.max(1, starts[featureCount]!));
  for (const [feature, values] of edges.entries()) joined.set(values, starts[feature]);

  const placed =
    layout === 'bins'
      ? region.alloc(groupCount * rowCount * GROUP_FEATURES)
      : region.alloc(4 * featureCount * rowCount);
  const input = pool.region();
  try {
    const [samples, edgePointer, startPointer] = [data, joined, starts].map((array) =>
      input.alloc(array.byteLength),
    ) as [number, number, number];
    await pool.write(samples, data);
    await pool.write(edgePointer, joined);
    await pool.write(startPointer, starts);
    const args = [samples, rowCount, featureCount, edgePointer, startPointer, placed] as const;
    const work =
      layout === 'bins'
        ? command('binFloats', { total: groupCount, grain: 1 }, ...args)
        : command('rankFloats', { total: featureCount, grain: 1 }, ...args);
    await pool.submit([work], { signal });
  } finally {
    input.release();
  }
  return placed;
}
