import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { BYTE_VALUES } from './byte-values.ts';

/** Features whose bins lie side by side. */
export const GROUP_FEATURES = 16;

const ROW_GRAIN = 512;

/** Rows of features in a pool's memory as the kernels of boosting read them. */
export interface BinnedRows {
  readonly rowCount: number;
  readonly featureCount: number;
  readonly groupCount: number;
  /** Bins of a byte in groups of 16 features, or ranks in columns. */
  readonly layout: 'bins' | 'ranks';
  readonly pointer: number;
  /** How many bins each feature has. */
  readonly binCounts: Int32Array;
  /** The value that parts a bin from the next one that is not empty: what is not above it goes left. */
  thresholdBetween(feature: number, leftBin: number, rightBin: number): number;
}

/** Byte samples in groups of 16 features, each byte its own bin. */
export async function placeByteGroups(
  pool: WorkerPool,
  region: Region,
  data: Uint8Array,
  rowCount: number,
  featureCount: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const bins = region.alloc(groupCountOf(featureCount) * rowCount * GROUP_FEATURES);
  const input = pool.region();
  try {
    const samples = input.alloc(data.byteLength);
    await pool.write(samples, data);
    const work = { total: rowCount, grain: ROW_GRAIN };
    await pool.submit([command('groupBytes', work, samples, rowCount, featureCount, bins)], { signal });
  } finally {
    input.release();
  }
  return bins;
}

/** Replaces the bins of each feature. @param tables - One per feature: the new bin of each. */
export async function mapBins(
  pool: WorkerPool,
  bins: number,
  rowCount: number,
  tables: readonly Uint8Array[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const groupCount = groupCountOf(tables.length);
  const joined = new Uint8Array(groupCount * GROUP_FEATURES * BYTE_VALUES);
  for (const [feature, table] of tables.entries()) joined.set(table, feature * BYTE_VALUES);
  const region = pool.region();
  try {
    const pointer = region.alloc(joined.byteLength);
    await pool.write(pointer, joined);
    await pool.submit([command('mapBins', { total: groupCount, grain: 1 }, bins, rowCount, pointer)], {
      signal,
    });
  } finally {
    region.release();
  }
}

export function groupCountOf(featureCount: number): number {
  return Math.ceil(featureCount / GROUP_FEATURES);
}
