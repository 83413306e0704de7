import { dominantSubspace } from '../components/dominant-subspace.ts';
import { momentsIn } from '../components/moments.ts';
import { command } from '../compute/command.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun, SampleMatrix } from '../samples.ts';
import { orthonormalMixing } from './orthonormal-mixing.ts';
import { featureGroups, greatestDistance, meanOf, weighed, witnessesOf } from './witnesses.ts';

/**
 * Few coordinates in which no two samples are farther apart than in truth. For orthonormal axes `P` and a centre `m`
 * they are `P(x - m)` and the length of what the axes leave over, `|x - m - P'P(x - m)|`; the triangle inequality in the
 * complement of the axes gives the bound. Here `P = mixing · directions`.
 */
export interface LowerBoundSpace {
  readonly axisCount: number;
  /** Whole numbers for bytes. */
  readonly centre: Float64Array;
  /** Shape `[axisCount, featureCount]`, nearly orthogonal; whole numbers of at most 16,384 for bytes. */
  readonly directions: Float64Array;
  /** Shape `[axisCount, axisCount]`, a lower triangle. */
  readonly mixing: Float64Array;
  /** Steps of a coordinate in a unit of the features. */
  readonly scale: number;
  /** What bytes are multiplied by before they are rounded; none for samples that are taken as they are. */
  readonly weights: Float64Array;
  /** How many units of such features are one of the distances; 1 for samples as they are. */
  readonly resolution: number;
  /** By how many steps rounding may put samples farther apart. */
  readonly slack: number;
}

const MOST_AXES = 152;
const EFFORT = Object.freeze({ tolerance: 1e-2, maxRounds: 2 });
const WHOLE = 16_384;
/** What the greatest distance from the centre becomes, so that sums of squares fit in 31 bits. */
const LONGEST = 16_000;
/** Weighted features are rounded to whole numbers of about this size, and capped at 16 times that. */
const USUAL = 350;
/** The difference of two rounded features, from that of the features, with what float32 adds. */
const ROUNDED_OFF = 1.01;

/**
 * A space whose axes are nearly the principal components of the samples. Any axes keep the bound; the nearer to the
 * principal components, the tighter it is, so a sample of the samples and few rounds suffice.
 */
export async function lowerBoundSpace(
  pool: WorkerPool,
  samples: SampleMatrix,
  weights: Float64Array | undefined,
  { signal }: LongRun,
): Promise<LowerBoundSpace> {
  const chosen = witnessesOf(samples);
  const resolution = weights === undefined ? 1 : resolutionOf(chosen, weights);
  const fineWeights = weights?.map((weight) => weight * resolution);
  const witnesses = weighed(chosen, fineWeights);
  const axes = await leadingAxes(pool, witnesses, signal);
  const axisCount = axes.length / samples.featureCount;
  const areBytes = samples.data instanceof Uint8Array;
  const directions = areBytes ? axes.map((value) => Math.round(value * WHOLE)) : axes;
  const centre = meanOf(witnesses).map(areBytes ? Math.round : Math.fround);
  const mixing = orthonormalMixing(await innerProducts(pool, directions, axisCount, signal), axisCount);
  const longest = greatestDistance(witnesses, centre);
  const scale = longest > 0 ? LONGEST / longest : 1;
  const slack = weights === undefined ? 0 : scale * ROUNDED_OFF * Math.sqrt(samples.featureCount);
  const weighing = { weights: fineWeights ?? new Float64Array(0), resolution, slack };
  return { axisCount, centre, directions, mixing, scale, ...weighing };
}

/** A power of 2 that makes the deviations of weighted features about as large as `USUAL`. */
function resolutionOf(witnesses: SampleMatrix, weights: Float64Array): number {
  const { data, featureCount } = witnesses;
  const mean = meanOf(witnesses);
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const feature = i % featureCount;
    squares += ((data[i]! - mean[feature]!) * weights[feature]!) ** 2;
  }
  return squares > 0 ? 2 ** Math.floor(Math.log2(USUAL / Math.sqrt(squares / data.length))) : 1;
}

async function leadingAxes(
  pool: WorkerPool,
  witnesses: SampleMatrix,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const groups = featureGroups(witnesses.featureCount);
  const joined = groups.join(witnesses);
  const region = pool.region();
  try {
    const { covariance } = await momentsIn(pool, region, joined, { signal });
    const matrix = { pointer: covariance, size: joined.featureCount };
    const wanted = Math.min(MOST_AXES, joined.featureCount);
    const { vectors } = await dominantSubspace(pool, matrix, { wanted, ...EFFORT, signal });
    return groups.spread(vectors);
  } finally {
    region.release();
  }
}

/** Of all rows with all rows, shape `[rowCount, rowCount]`. */
async function innerProducts(
  pool: WorkerPool,
  rows: Float64Array,
  rowCount: number,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const featureCount = rows.length / rowCount;
  const panels = { total: Math.ceil(rowCount / 4), grain: 1 };
  const region = pool.region();
  try {
    const matrix = region.alloc(rows.byteLength);
    const packed = region.alloc(panels.total * 4 * featureCount * 8);
    const products = region.alloc(rowCount * rowCount * 8);
    await pool.write(matrix, rows);
    await pool.submit(
      [
        command('packVectorRows', panels, matrix, rowCount, featureCount, packed),
        command('multiplyPanels', panels, packed, rowCount, featureCount, packed, rowCount, products),
      ],
      { signal },
    );
    return await pool.read(Float64Array, products, rowCount * rowCount);
  } finally {
    region.release();
  }
}
