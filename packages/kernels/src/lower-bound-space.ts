import { createCheckpoint, reportProgress } from '@fashion-mnist/core';
import { covariance } from './covariance.ts';
import { multiplyPacked, packColumnPairs } from './packed-product.ts';
import type { LongRun, SampleMatrix } from './samples.ts';
import { dominantSubspace } from './subspace-iteration.ts';

const BASIS_SAMPLES = 2000;
const BASIS_ROUNDS = 6;
const BLOCK_ROWS = 64;

/**
 * Few coordinates in which no two samples are farther apart than in truth. For orthonormal axes `P` and a centre `m`
 * they are `P(x - m)` and the length of what the axes leave over, `|x - m - P'P(x - m)|`; the triangle inequality in
 * the complement of the axes gives the bound.
 */
export interface LowerBoundSpace {
  /** Coordinates of samples with the first of the axes. */
  coordinates(samples: SampleMatrix, run: LongRun): Promise<Coordinates>;
}

/** Both resolutions of the same samples. */
export interface Coordinates {
  /** `[sampleCount, coarseAxes + 1]` */
  readonly coarse: Float64Array;
  /** `[sampleCount, fineAxes + 1]` */
  readonly fine: Float32Array;
  /** Greatest distance from the centre, the scale of rounding errors. */
  readonly radius: number;
}

export interface AxisCounts {
  readonly coarse: number;
  readonly fine: number;
}

/**
 * A space whose axes are nearly the principal components of the samples. Any orthonormal axes keep the bound; the
 * nearer to the principal components, the tighter it is, so a sample of the samples and a few rounds suffice.
 */
export async function lowerBoundSpace(
  samples: SampleMatrix,
  axes: AxisCounts,
  run: LongRun,
): Promise<LowerBoundSpace> {
  const { featureCount } = samples;
  const { mean, covariance: moments } = await covariance(thinOut(samples), { signal: run.signal });
  const options = { tolerance: 0, maxRounds: BASIS_ROUNDS, signal: run.signal };
  const { vectors } = await dominantSubspace(moments.data, featureCount, axes.fine, options);
  const pairs = packColumnPairs(transpose(vectors, axes.fine, featureCount), featureCount, axes.fine);

  return { coordinates: (others, context) => project(others, mean, pairs, axes, context) };
}

function thinOut({ data, sampleCount, featureCount }: SampleMatrix) {
  const count = Math.max(2, Math.min(sampleCount, BASIS_SAMPLES));
  const chosen =
    data instanceof Uint8Array
      ? new Uint8Array(count * featureCount)
      : new Float32Array(count * featureCount);
  for (let row = 0; row < count; row++) {
    const from = Math.floor((row * sampleCount) / count) * featureCount;
    chosen.set(data.subarray(from, from + featureCount), row * featureCount);
  }
  return { data: chosen, shape: [count, featureCount] };
}

function transpose(rows: Float64Array, rowCount: number, length: number): Float64Array {
  const columns = new Float64Array(rows.length);
  for (let row = 0; row < rowCount; row++) {
    for (let i = 0; i < length; i++) columns[i * rowCount + row] = rows[row * length + i]!;
  }
  return columns;
}

async function project(
  { data, sampleCount, featureCount }: SampleMatrix,
  mean: Float64Array,
  pairs: Float64Array,
  axes: AxisCounts,
  { signal, onProgress }: LongRun,
): Promise<Coordinates> {
  const coarse = new Float64Array(sampleCount * (axes.coarse + 1));
  const fine = new Float32Array(sampleCount * (axes.fine + 1));
  const centred = new Float64Array(BLOCK_ROWS * featureCount);
  const projected = new Float64Array(BLOCK_ROWS * axes.fine);
  const checkpoint = createCheckpoint(signal);
  let radius = 0;

  for (let start = 0; start < sampleCount; start += BLOCK_ROWS) {
    await checkpoint();
    const count = Math.min(BLOCK_ROWS, sampleCount - start);
    for (let row = 0; row < count; row++)
      centre(data, (start + row) * featureCount, mean, centred, row * featureCount);
    multiplyPacked(centred, count, featureCount, pairs, axes.fine, projected);
    for (let row = 0; row < count; row++) {
      const squaredLength = squaredNorm(centred, row * featureCount, featureCount);
      radius = Math.max(radius, Math.sqrt(squaredLength));
      writeCoordinates(projected, row * axes.fine, axes.coarse, squaredLength, coarse, start + row);
      writeCoordinates(projected, row * axes.fine, axes.fine, squaredLength, fine, start + row);
    }
    const completed = start + count;
    reportProgress(onProgress, { stage: 'project', completed, total: sampleCount, unit: 'samples' });
  }
  return { coarse, fine, radius };
}

function centre(
  data: Uint8Array | Float32Array,
  from: number,
  mean: Float64Array,
  centred: Float64Array,
  to: number,
): void {
  for (let i = 0; i < mean.length; i++) centred[to + i] = data[from + i]! - mean[i]!;
}

function squaredNorm(values: Float64Array, start: number, length: number): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += values[i]! * values[i]!;
  return sum;
}

/** The first `axisCount` projections, then what they leave over. */
function writeCoordinates(
  projected: Float64Array,
  from: number,
  axisCount: number,
  squaredLength: number,
  table: Float64Array | Float32Array,
  row: number,
): void {
  const to = row * (axisCount + 1);
  let rest = squaredLength;
  for (let axis = 0; axis < axisCount; axis++) {
    const value = projected[from + axis]!;
    table[to + axis] = value;
    rest -= value * value;
  }
  table[to + axisCount] = Math.sqrt(Math.max(rest, 0));
}
