import type { Rng } from '@fashion-mnist/core';
import type { ComputeRun, WorkerPool } from '@fashion-mnist/kernels';
import { decide, placeRule } from './decide-pairs.ts';
import { classPairs, joined, type PairProblems } from './pair-problems.ts';
import { coupledProbabilities } from './pairwise-coupling.ts';
import { fitSigmoid, type PlattSigmoid, sigmoidAt } from './platt-sigmoid.ts';
import type { PlacedSamples } from './pool-vectors.ts';
import { type PairSolution, type SolverOptions, solvePairs } from './solve-pairs.ts';

const FOLDS = 5;
const LEAST_PROBABILITY = 1e-7;

/** A pair without the samples of one fold. */
interface Fold {
  readonly pair: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly heldOut: Int32Array;
  /** Of those held out. */
  readonly areFirst: readonly boolean[];
}

/** The sigmoid of each pair, learned from decisions of models that have not seen the sample they decide on. */
export async function pairSigmoids(
  pool: WorkerPool,
  samples: PlacedSamples,
  ofClasses: readonly Int32Array[],
  boxOf: (sample: number) => number,
  rng: Rng,
  { distance, ...options }: SolverOptions,
  run: ComputeRun,
): Promise<PlattSigmoid[]> {
  const pairs = classPairs(ofClasses.length);
  const folds = pairs.flatMap(([a, b], pair) => foldsOf(pair, ofClasses[a]!, ofClasses[b]!, rng.split(pair)));
  const twoSided = folds.filter(({ first, second }) => first.length > 0 && second.length > 0);
  const problems = foldProblems(twoSided, boxOf);
  const distanceOfFold = (fold: number) => distance(twoSided[fold]!.pair);
  const solutions = await solvePairs(
    pool,
    samples,
    problems,
    { ...options, distance: distanceOfFold, stage: 'cross-validation' },
    run,
  );
  const solutionOf = new Map(twoSided.map((fold, i) => [fold, solutions[i]!]));
  const decided = pairs.map(() => ({ decisions: [] as number[], areFirst: [] as boolean[] }));
  for (const fold of folds) {
    const solution = solutionOf.get(fold);
    const decisions =
      solution === undefined ? oneSided(fold) : await foldDecisions(pool, samples, fold, solution, run);
    decided[fold.pair]!.decisions.push(...decisions);
    decided[fold.pair]!.areFirst.push(...fold.areFirst);
  }
  return decided.map(({ decisions, areFirst }) => fitSigmoid(Float64Array.from(decisions), areFirst));
}

/** Probabilities of classes from the decisions of pairs, shape `[rowCount, classCount]`. */
export function classProbabilities(
  decisions: Float64Array,
  sigmoids: readonly PlattSigmoid[],
  classCount: number,
): Float64Array {
  const pairs = classPairs(classCount);
  const rowCount = decisions.length / pairs.length;
  const isFirst = Array.from({ length: classCount }, () => new Float64Array(classCount));
  const probabilities = new Float64Array(rowCount * classCount);
  for (let row = 0; row < rowCount; row++) {
    pairs.forEach(([first, second], pair) => {
      const likely = sigmoidAt(sigmoids[pair]!, decisions[row * pairs.length + pair]!);
      const bounded = Math.min(Math.max(likely, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
      isFirst[first]![second] = bounded;
      isFirst[second]![first] = 1 - bounded;
    });
    probabilities.set(coupledProbabilities(isFirst), row * classCount);
  }
  return probabilities;
}

function foldsOf(pair: number, first: Int32Array, second: Int32Array, rng: Rng): Fold[] {
  const size = first.length + second.length;
  const order = rng.permutation(size);
  const sampleAt = (k: number) => (k < first.length ? first[k]! : second[k - first.length]!);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const begin = Math.floor((fold * size) / FOLDS);
    const end = Math.floor(((fold + 1) * size) / FOLDS);
    const heldOut = order.subarray(begin, end);
    const isHeldOut = new Uint8Array(size);
    for (const k of heldOut) isHeldOut[k] = 1;
    return {
      pair,
      first: first.filter((_sample, k) => isHeldOut[k] === 0),
      second: second.filter((_sample, k) => isHeldOut[first.length + k] === 0),
      heldOut: Int32Array.from(heldOut, sampleAt),
      areFirst: Array.from(heldOut, (k) => k < first.length),
    };
  });
}

function foldProblems(folds: readonly Fold[], boxOf: (sample: number) => number): PairProblems {
  const { members, stretches } = joined(folds.flatMap(({ first, second }) => [first, second]));
  return {
    members,
    boxes: Float64Array.from(members, boxOf),
    pairs: folds.map((_, i) => ({ first: stretches[2 * i]!, second: stretches[2 * i + 1]! })),
  };
}

async function foldDecisions(
  pool: WorkerPool,
  samples: PlacedSamples,
  { first, second, heldOut }: Fold,
  { duals, intercept }: PairSolution,
  { signal }: ComputeRun,
): Promise<Float64Array> {
  if (heldOut.length === 0) return new Float64Array();
  const { members } = joined([first, second]);
  const supports = Int32Array.from(duals.keys()).filter((k) => duals[k] !== 0);
  const firstCount = supports.filter((k) => k < first.length).length;
  const region = pool.region();
  try {
    const rule = await placeRule(
      pool,
      region,
      samples,
      supports.map((k) => members[k]!),
      {
        starts: Int32Array.of(0, firstCount, supports.length),
        coefficients: Float64Array.from(supports, (k) => duals[k]!),
        intercepts: Float64Array.of(intercept),
      },
      signal,
    );
    return await decide(pool, rule, samples, heldOut, signal);
  } finally {
    region.release();
  }
}

/** What is decided where only one class, or none, is left to learn from. */
function oneSided({ first, second, heldOut }: Fold): Float64Array {
  return new Float64Array(heldOut.length).fill(Math.sign(first.length - second.length));
}
