import { command, type WorkerPool } from '@fashion-mnist/kernels';
import { poolArrays } from '../pool-arrays.ts';
import { type LinearFit, linearFit } from './linear-fit.ts';
import {
  type MarginProblem,
  outputCountOf,
  repeated,
  type SearchRun,
  signedCosts,
  weightedSamples,
} from './margin-problem.ts';
import { placeRowRoom, placeSamples, squareRows } from './sample-rows.ts';
import { initialStates, searchInRounds, visitsPerRound } from './search-in-rounds.ts';

/** After so many rounds the weights are summed anew, before float32 has drifted by more than some 1e-5. */
const ROUNDS_PER_SUM = 32;

/**
 * Weights still swing from epoch to epoch when the epochs run out. The mean over the last ones has a lower objective,
 * often by a third.
 */
const SHARE_OF_MEAN = 0.2;

/** In units of the margin; halved in stages. */
const FIRST_SHRINKING_TOLERANCE = 4;

/**
 * Fits the hinge loss with a quadratic penalty, each class against the rest, by coordinate descent in the dual.
 *
 * @see Hsieh, Chang, Lin, Keerthi & Sundararajan 2008; liblinear's solver 3.
 */
export async function fitHinge(pool: WorkerPool, problem: MarginProblem, run: SearchRun): Promise<LinearFit> {
  const { matrix, classCount, interceptFeature, tolerance, epochLimit } = problem;
  const count = outputCountOf(classCount);
  const region = pool.region();
  try {
    const arrays = poolArrays(pool, region);
    const rows = await placeSamples(arrays, matrix, interceptFeature);
    const { samples, elementBytes, featureCount, sampleCount, centre, factor, width } = rows;
    const meanEpochs = Math.ceil(epochLimit * SHARE_OF_MEAN);
    const order = weightedSamples(problem);
    const firstTolerance = Math.max(FIRST_SHRINKING_TOLERANCE, tolerance);
    const shrinking = [-Infinity, Infinity, Infinity, -Infinity, firstTolerance];

    const room = await placeRowRoom(arrays, rows, count);
    const costs = await arrays.write(signedCosts(problem));
    const weights = await arrays.write(new Float32Array(count * width));
    const multipliers = await arrays.write(new Float64Array(count * sampleCount));
    const orders = await arrays.write(repeated(order, count));
    const states = await arrays.write(initialStates(count, order.length, shrinking, run.seed));
    const lastSums = await arrays.write(new Float64Array(count * width));
    const squares = arrays.room(8 * sampleCount);
    const sums = arrays.room(8 * count * width);

    const work = { total: count, grain: 1 };
    const layout = [samples, elementBytes, featureCount, sampleCount, centre, factor] as const;
    const method = [squares, costs, width, room, weights] as const;
    const lastEpochs = [lastSums, epochLimit - meanEpochs + 1] as const;
    const stops = [tolerance, epochLimit, visitsPerRound(2 * width)] as const;
    const coordinates = [multipliers, orders, order.length] as const;
    const descend = command(
      'descendDual',
      work,
      ...layout,
      ...method,
      ...coordinates,
      states,
      ...lastEpochs,
      ...stops,
    );
    const fromMultipliers = [costs, width, room, multipliers, sums, weights] as const;
    const sum = command('weightsOfMultipliers', work, ...layout, ...fromMultipliers);

    await pool.submit([squareRows(rows, squares)], run);
    const ends = await searchInRounds(pool, { states, count, epochLimit }, run, (round) =>
      round % ROUNDS_PER_SUM === ROUNDS_PER_SUM - 1 ? [sum, descend] : [descend],
    );
    await pool.submit([sum], run);
    const found = await pool.read(Float64Array, sums, count * width);
    const summed = await pool.read(Float64Array, lastSums, count * width);
    const isConverged = (i: number) => ends[Math.floor(i / width)]!.isConverged;
    const values = found.map((value, i) => (isConverged(i) ? value : summed[i]! / meanEpochs));
    return linearFit(values, count, rows, ends);
  } finally {
    region.release();
  }
}
