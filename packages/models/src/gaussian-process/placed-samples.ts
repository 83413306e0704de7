import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';

/** Samples in float32, shape `[count, width]`. */
export interface Samples {
  readonly data: Float32Array;
  readonly count: number;
  readonly width: number;
}

/** The kernels pack samples by fours. */
const PANEL_ROWS = 4;
const ROWS_PER_PIECE = 8;
const ELEMENTS_PER_PIECE = 16_384;

/** Samples in the memory of a pool, packed for distances to them. */
export interface PlacedSamples {
  readonly samples: Samples;
  readonly rows: number;
  readonly panels: number;
}

export async function placeSamples(
  pool: WorkerPool,
  region: Region,
  samples: Samples,
): Promise<PlacedSamples> {
  const { data, count, width } = samples;
  const panelCount = Math.ceil(count / PANEL_ROWS);
  const rows = region.alloc(data.byteLength);
  const panels = region.alloc(panelCount * PANEL_ROWS * width * 8);
  await pool.write(rows, data);
  await pool.submit([
    command('packRowsOfFloats', { total: panelCount, grain: ROWS_PER_PIECE }, rows, count, width, panels),
  ]);
  return { samples, rows, panels };
}

/** The squared distances of rows to placed samples. @param rows - Pointer to float32, as wide as the samples. */
export function distancesTo(
  { samples: { count, width }, panels }: PlacedSamples,
  rows: number,
  rowCount: number,
  distances: number,
): Command {
  const work = { total: rowCount, grain: ROWS_PER_PIECE };
  return command('squaredDistancesOfFloats', work, rows, width, panels, count, distances);
}

/** Distances as covariances. */
export function covariancesOf(
  distances: number,
  length: number,
  { constant, lengthScale }: { readonly constant: number; readonly lengthScale: number },
  covariances: number,
): Command {
  const work = { total: length, grain: ELEMENTS_PER_PIECE };
  return command('gpCovariances', work, distances, constant, lengthScale, covariances);
}

/** Squared distances of samples to each other. */
export async function placeDistances(
  pool: WorkerPool,
  region: Region,
  samples: Samples,
  signal: AbortSignal | undefined,
): Promise<number> {
  const distances = region.alloc(samples.count ** 2 * 8);
  const own = pool.region();
  try {
    const placed = await placeSamples(pool, own, samples);
    await pool.submit([distancesTo(placed, placed.rows, samples.count, distances)], { signal });
  } finally {
    own.release();
  }
  return distances;
}

export function rowsOf({ data, count, width }: Samples, rows: Int32Array): Samples {
  if (rows.length === count) return { data, count, width };
  const chosen = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    chosen.set(data.subarray(row * width, (row + 1) * width), at * width);
  });
  return { data: chosen, count: rows.length, width };
}
