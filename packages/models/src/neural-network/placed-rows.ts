import type { Region, WorkerPool } from '@fashion-mnist/kernels';
import { type FeatureMatrix, floatFeatures } from '../samples/features.ts';
import { PANEL_WIDTH, panelCount } from './parameter-panels.ts';

/** Samples in the memory of a pool. */
export interface PlacedRows {
  readonly pointer: number;
  /** How bytes stand for inputs; of floats undefined. */
  readonly scaling: PlacedScaling | undefined;
}

/** Inputs are `byte * inverseScale - centre`; pointers to one float32 for each feature. */
interface PlacedScaling {
  readonly inverseScale: number;
  readonly centre: number;
}

/** The most features and first units that the kernels take of bytes. */
const MOST_FEATURES = 60_000;
const MOST_UNITS = 8192;

/** Features as the kernels can take them: bytes become floats where there are too many for the kernels of bytes. */
export function placeable(
  matrix: FeatureMatrix,
  [featureCount = 0, unitCount = 0]: readonly number[],
): FeatureMatrix {
  if (featureCount <= MOST_FEATURES && unitCount <= MOST_UNITS) return matrix;
  return { ...matrix, data: floatFeatures(matrix), scaling: undefined };
}

/** Room for rows like those of a matrix. @param rowCount - How many of them there are at a time. */
export async function roomForRows(
  pool: WorkerPool,
  region: Region,
  { data, featureCount, scaling }: FeatureMatrix,
  rowCount: number,
): Promise<PlacedRows> {
  const pointer = region.alloc(rowCount * featureCount * data.BYTES_PER_ELEMENT);
  if (data instanceof Float32Array) return { pointer, scaling: undefined };
  const place = async (valueOf: (feature: number) => number) => {
    const values = new Float32Array(panelCount(featureCount) * PANEL_WIDTH);
    for (let feature = 0; feature < featureCount; feature++) values[feature] = valueOf(feature);
    const placed = region.alloc(values.byteLength);
    await pool.write(placed, values);
    return placed;
  };
  const { mean, scale } = scaling ?? {};
  return {
    pointer,
    scaling: {
      inverseScale: await place((feature) => 1 / (scale?.[feature] ?? 1)),
      centre: await place((feature) => (mean?.[feature] ?? 0) / (scale?.[feature] ?? 1)),
    },
  };
}

/** Copies rows of a matrix to where there is room for them. */
export async function writeRows(
  pool: WorkerPool,
  { pointer }: PlacedRows,
  { data, featureCount }: FeatureMatrix,
  start: number,
  end: number,
): Promise<void> {
  await pool.write(pointer, data.subarray(start * featureCount, end * featureCount));
}
