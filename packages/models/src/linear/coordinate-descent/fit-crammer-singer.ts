import { singleCommand, type WorkerPool } from '@fashion-mnist/kernels';
import { poolArrays } from '../pool-arrays.ts';
import { type LinearFit, linearFit } from './linear-fit.ts';
import { countUp, type MarginProblem, repeated, type SearchRun, weightedSamples } from './margin-problem.ts';
import { placeRowRoom, placeSamples, squareRows } from './sample-rows.ts';
import { initialStates, searchInRounds, visitsPerRound } from './search-in-rounds.ts';

/**
 * Epochs are short: almost all samples are shrunk away. liblinear takes up to 100,000 of them, whatever the limit of
 * scikit-learn is, which is 1,000 when left out.
 */
const EPOCHS_PER_ITERATION = 100;

/** Most classes of a sample are soon shrunk away. */
const USUAL_CLASSES = 2;

/**
 * Fits the multi-class hinge loss with a quadratic penalty by the sequential dual method; one row of weights per class.
 *
 * @see Crammer & Singer 2001; Keerthi, Sundararajan, Chang, Hsieh & Lin 2008; liblinear's solver 4.
 */
export async function fitCrammerSinger(
  pool: WorkerPool,
  problem: MarginProblem,
  run: SearchRun,
): Promise<LinearFit> {
  const { matrix, codes, classCount, interceptFeature, tolerance } = problem;
  const epochLimit = EPOCHS_PER_ITERATION * problem.epochLimit;
  const region = pool.region();
  try {
    const arrays = poolArrays(pool, region);
    const rows = await placeSamples(arrays, matrix, interceptFeature);
    const { samples, elementBytes, featureCount, sampleCount, centre, factor, width } = rows;
    const order = weightedSamples(problem);
    const pairCount = sampleCount * classCount;
    const shrinking = [-Infinity, Math.max(1, 10 * tolerance), 1];

    const room = await placeRowRoom(arrays, rows, 1);
    const costs = await arrays.write(ownCosts(problem));
    const codePointer = await arrays.write(codes);
    const weights = await arrays.write(new Float32Array(classCount * width));
    const multipliers = await arrays.write(new Float64Array(pairCount));
    const classOrders = await arrays.write(repeated(countUp(classCount), sampleCount));
    const ownPlaces = await arrays.write(codes);
    const activeClasses = await arrays.write(new Int32Array(sampleCount).fill(classCount));
    const orderPointer = await arrays.write(order);
    const states = await arrays.write(initialStates(1, order.length, shrinking, run.seed));
    const squares = arrays.room(8 * sampleCount);
    const classRoom = arrays.room(3 * 8 * classCount);

    const layout = [samples, elementBytes, featureCount, centre, factor] as const;
    const method = [squares, costs, codePointer, classCount, width, room, weights, multipliers] as const;
    const classes = [classOrders, ownPlaces, activeClasses, classRoom] as const;
    const coordinates = [orderPointer, order.length, sampleCount] as const;
    const stops = [states, tolerance, epochLimit, visitsPerRound(2 * width * USUAL_CLASSES)] as const;
    const descend = singleCommand(
      'descendCrammerSinger',
      ...layout,
      ...method,
      ...classes,
      ...coordinates,
      ...stops,
    );

    await pool.submit([squareRows(rows, squares)], run);
    const ends = await searchInRounds(pool, { states, count: 1, epochLimit }, run, () => [descend]);
    const values = await pool.read(Float32Array, weights, classCount * width);
    const fit = linearFit(values, classCount, rows, ends);
    return classCount === 2 ? secondAgainstFirst(fit) : fit;
  } finally {
    region.release();
  }
}

function ownCosts({ codes, cost, classWeights, sampleWeight }: MarginProblem): Float64Array {
  return Float64Array.from(codes, (code, i) => cost * classWeights[code]! * (sampleWeight?.[i] ?? 1));
}

/** Of two classes one output, above 0 for the second one. */
function secondAgainstFirst({ weights, intercepts, ...outcome }: LinearFit): LinearFit {
  const featureCount = weights.length / 2;
  return {
    weights: weights.subarray(featureCount).map((weight, i) => weight - weights[i]!),
    intercepts: Float64Array.of(intercepts[1]! - intercepts[0]!),
    ...outcome,
  };
}
