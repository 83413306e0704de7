import {
  type Command,
  command,
  type KernelArguments,
  type Region,
  type Work,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import { type FeatureMatrix, floatFeatures } from '../../samples/features.ts';

/** What a pass over the samples is told of everything but these. */
type PassArguments =
  KernelArguments<'linearLossOfFloats'> extends [number, number, number, ...infer Rest] ? Rest : never;

/** Samples in the memory of a pool. */
export interface PlacedSamples {
  /** Floats that a block of rows takes in a thread's scratch. */
  readonly floatsPerRow: number;
  lossPass(work: Work, args: PassArguments): Command;
}

/** Features of a row, filled up to whole vectors of eight. */
export function strideOf(featureCount: number): number {
  return 8 * Math.ceil(featureCount / 8);
}

/** Rows of bytes are scaled in scratch, two at least; longer ones become floats beforehand. */
const MOST_SCALED_FEATURES = 2 ** 15;
/** The last vector of eight bytes may reach beyond the samples. */
const BYTES_BEHIND = 8;

export async function placeSamples(
  pool: WorkerPool,
  region: Region,
  matrix: FeatureMatrix,
): Promise<PlacedSamples> {
  return matrix.data instanceof Uint8Array && matrix.featureCount <= MOST_SCALED_FEATURES
    ? await placeBytes(pool, region, matrix, matrix.data)
    : await placeFloats(pool, region, matrix);
}

async function placeBytes(
  pool: WorkerPool,
  region: Region,
  { sampleCount, featureCount, scaling }: FeatureMatrix,
  data: Uint8Array,
): Promise<PlacedSamples> {
  const stride = strideOf(featureCount);
  const mean = new Float32Array(stride);
  const inverseScale = new Float32Array(stride);
  mean.set(scaling?.mean ?? []);
  for (let feature = 0; feature < featureCount; feature++)
    inverseScale[feature] = 1 / (scaling?.scale[feature] ?? 1);
  const samples = region.alloc(data.byteLength + BYTES_BEHIND);
  const [meanAt, inverseScaleAt] = [region.alloc(mean.byteLength), region.alloc(mean.byteLength)];
  await pool.write(samples, data);
  await pool.write(meanAt, mean);
  await pool.write(inverseScaleAt, inverseScale);
  const leading = [samples, sampleCount, featureCount, meanAt, inverseScaleAt] as const;
  return {
    floatsPerRow: stride,
    lossPass: (work, args) => command('linearLossOfBytes', work, ...leading, ...args),
  };
}

async function placeFloats(pool: WorkerPool, region: Region, matrix: FeatureMatrix): Promise<PlacedSamples> {
  const { sampleCount, featureCount } = matrix;
  const rows = paddedRows(floatFeatures(matrix), featureCount);
  const samples = region.alloc(rows.byteLength);
  await pool.write(samples, rows);
  return {
    floatsPerRow: 0,
    lossPass: (work, args) =>
      command('linearLossOfFloats', work, samples, sampleCount, featureCount, ...args),
  };
}

/** Rows as float32, each filled up with zeros to whole vectors of eight; the same array where they are so already. */
export function paddedRows(rows: Float32Array | Float64Array, featureCount: number): Float32Array {
  const stride = strideOf(featureCount);
  if (rows instanceof Float32Array && stride === featureCount) return rows;
  const rowCount = rows.length / featureCount;
  const padded = new Float32Array(rowCount * stride);
  for (let row = 0; row < rowCount; row++)
    padded.set(rows.subarray(row * featureCount, (row + 1) * featureCount), row * stride);
  return padded;
}

/** Rows without what fills them up. */
export function unpaddedRows(padded: Float64Array, featureCount: number): Float64Array {
  const stride = strideOf(featureCount);
  const rowCount = padded.length / stride;
  const rows = new Float64Array(rowCount * featureCount);
  for (let row = 0; row < rowCount; row++)
    rows.set(padded.subarray(row * stride, row * stride + featureCount), row * featureCount);
  return rows;
}
