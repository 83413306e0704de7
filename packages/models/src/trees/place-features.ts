import { createCheckpoint } from '@fashion-mnist/core';
import { type ComputeRun, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { type FeatureMatrix, type FeatureScaling, floatFeatures } from '../samples/features.ts';

/** Features in a pool, column by column, as the kernels of trees read them. */
export interface PlacedFeatures {
  /** Codes row by row; 0 where columns hold keys. */
  readonly rows: number;
  readonly columns: number;
  /** Values of the codes. */
  readonly values: number;
}

const CODES = 256;
const BLOCK_FEATURES = 32;
/** Rows that become floats at a time, on the caller's thread. */
const FLOAT_ROWS = 512;

/**
 * Lays out features: as codes where that is asked for and no feature has more than 256 values, else as keys.
 *
 * @param region - Where what is laid out lives.
 */
export async function placeFeatures(
  pool: WorkerPool,
  region: Region,
  matrix: FeatureMatrix,
  mayBeCodes: boolean,
  run: ComputeRun,
): Promise<PlacedFeatures> {
  const { data, featureCount, scaling } = matrix;
  if (mayBeCodes && data instanceof Uint8Array) {
    const values = valuesOfBytes(featureCount, scaling);
    if (areAscending(values)) return placeBytes(pool, region, matrix, values, run);
  }
  const passing = pool.region();
  try {
    const floats = await placeFloats(pool, passing, matrix, run);
    return await placeFloatColumns(pool, region, matrix, floats, mayBeCodes, run);
  } finally {
    passing.release();
  }
}

/** What each byte stands for, feature by feature. */
function valuesOfBytes(featureCount: number, scaling: FeatureScaling | undefined): Float32Array {
  const values = new Float32Array(featureCount * CODES);
  for (let i = 0; i < values.length; i++) {
    const feature = Math.floor(i / CODES);
    values[i] = scaledByte(i % CODES, feature, scaling);
  }
  return values;
}

/** The feature that a byte stands for, rounded to float32. */
export function scaledByte(byte: number, feature: number, scaling: FeatureScaling | undefined): number {
  if (scaling === undefined) return byte;
  return Math.fround((byte - scaling.mean[feature]!) / scaling.scale[feature]!);
}

/** Whether all bytes stand for different values, in their own order. */
function areAscending(values: Float32Array): boolean {
  for (let i = 1; i < values.length; i++) if (i % CODES !== 0 && !(values[i]! > values[i - 1]!)) return false;
  return true;
}

async function placeBytes(
  pool: WorkerPool,
  region: Region,
  { data, sampleCount, featureCount }: FeatureMatrix,
  table: Float32Array,
  { signal }: ComputeRun,
): Promise<PlacedFeatures> {
  const [rows, columns, values] = [
    region.alloc(data.length),
    region.alloc(data.length),
    region.alloc(table.byteLength),
  ];
  await pool.write(rows, data);
  await pool.write(values, table);
  const blocks = { total: Math.ceil(featureCount / BLOCK_FEATURES), grain: 1 };
  await pool.submit([command('transposeCodes', blocks, rows, sampleCount, featureCount, columns)], {
    signal,
  });
  return { rows, columns, values };
}

async function placeFloats(
  pool: WorkerPool,
  region: Region,
  matrix: FeatureMatrix,
  { signal }: ComputeRun,
): Promise<number> {
  const { data, sampleCount, featureCount, scaling } = matrix;
  const checkpoint = createCheckpoint(signal);
  const floats = region.alloc(4 * data.length);
  if (data instanceof Float32Array) {
    await pool.write(floats, data);
    return floats;
  }
  for (let row = 0; row < sampleCount; row += FLOAT_ROWS) {
    const some = data.subarray(row * featureCount, (row + FLOAT_ROWS) * featureCount);
    const part = { data: some, sampleCount: some.length / featureCount, featureCount, scaling };
    await pool.write(floats + 4 * row * featureCount, floatFeatures(part));
    await checkpoint();
  }
  return floats;
}

async function placeFloatColumns(
  pool: WorkerPool,
  region: Region,
  { data, sampleCount, featureCount }: FeatureMatrix,
  floats: number,
  mayBeCodes: boolean,
  { signal }: ComputeRun,
): Promise<PlacedFeatures> {
  const features = { total: featureCount, grain: 1 };
  const room = region.alloc(4 * data.length);
  if (mayBeCodes) {
    const [values, counts] = [region.alloc(4 * CODES * featureCount + 4), region.alloc(4 * featureCount)];
    const codes = { rows: room, columns: room + data.length, values };
    const args = [floats, sampleCount, featureCount, codes.rows, codes.columns, values, counts] as const;
    await pool.submit([command('codeFloats', features, ...args)], { signal });
    const valueCounts = await pool.read(Int32Array, counts, featureCount);
    if (valueCounts.every((count) => count <= CODES)) return codes;
  }
  await pool.submit([command('orderFloats', features, floats, sampleCount, featureCount, room)], { signal });
  return { rows: 0, columns: room, values: 0 };
}
