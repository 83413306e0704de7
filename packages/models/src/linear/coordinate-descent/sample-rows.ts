import { type Command, command } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../../samples/features.ts';
import type { PoolArrays } from '../pool-arrays.ts';

/** Samples in the memory of a pool. */
export interface SampleRows {
  readonly samples: number;
  readonly elementBytes: number;
  readonly featureCount: number;
  readonly sampleCount: number;
  /** What bytes stand for: `(byte - centre) * factor`. */
  readonly centre: number;
  readonly factor: number;
  readonly interceptFeature: number;
  /** Features and intercept of a row, filled up to whole vectors. */
  readonly width: number;
}

const LANES = 16;
const SQUARES_GRAIN = 256;

/** Copies samples into a pool. @param interceptFeature - The value of a feature that all samples have. */
export async function placeSamples(
  arrays: PoolArrays,
  { data, sampleCount, featureCount, scaling }: FeatureMatrix,
  interceptFeature: number,
): Promise<SampleRows> {
  const length = featureCount;
  return {
    samples: await arrays.write(data),
    elementBytes: data.BYTES_PER_ELEMENT,
    featureCount,
    sampleCount,
    centre: await arrays.write(Float32Array.from({ length }, (_, i) => scaling?.mean[i] ?? 0)),
    factor: await arrays.write(Float32Array.from({ length }, (_, i) => 1 / (scaling?.scale[i] ?? 1))),
    interceptFeature,
    width: Math.ceil((featureCount + 1) / LANES) * LANES,
  };
}

/** Room for single rows, with the intercept behind the features and zeros behind that. */
export async function placeRowRoom(
  arrays: PoolArrays,
  { featureCount, width, interceptFeature }: SampleRows,
  rowCount: number,
): Promise<number> {
  const rows = new Float32Array(rowCount * width);
  for (let row = 0; row < rowCount; row++) rows[row * width + featureCount] = interceptFeature;
  return arrays.write(rows);
}

/** Squared lengths of all rows. */
export function squareRows(rows: SampleRows, squares: number): Command {
  const { samples, elementBytes, featureCount, sampleCount, centre, factor, interceptFeature } = rows;
  const work = { total: sampleCount, grain: SQUARES_GRAIN };
  const layout = [samples, elementBytes, featureCount, centre, factor] as const;
  return command('squareRows', work, ...layout, interceptFeature, squares);
}
