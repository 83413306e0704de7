import { reportProgress } from '@fashion-mnist/core';
import { type Command, type ComputeRun, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { longestFirst, type PairProblems } from './pair-problems.ts';
import { type PlacedSamples, place } from './pool-vectors.ts';
import { HEADER_BYTES, planWorkspaces, type WorkspacePlan } from './workspace-plan.ts';

/** The optimum of a pair. */
export interface PairSolution {
  /** `y · alpha` of its members, the first class before the second. */
  readonly duals: Float64Array;
  readonly intercept: number;
  /** Of the dual problem, as it is maximised. */
  readonly objective: number;
  readonly stepCount: number;
}

export interface SolverOptions {
  readonly tolerance: number;
  /** For each pair, or `Infinity`. */
  readonly mostSteps: number;
  /** How far the classes of a pair are from each other: close ones are begun first. */
  readonly distance: (pair: number) => number;
  /** What progress is told of. */
  readonly stage: string;
}

/** Problems in the memory of a pool, and the room for their solutions. */
interface PlacedProblems {
  readonly pairCount: number;
  /** Which pair is solved when. */
  readonly order: Int32Array;
  /** Where the duals of each pair begin, and all end. */
  readonly starts: readonly number[];
  readonly members: number;
  readonly boxes: number;
  readonly table: number;
  readonly queue: number;
  readonly duals: number;
  readonly outcomes: number;
}

const TURNS_PER_THREAD = 32;
const OUTCOME_LENGTH = 4;

/**
 * Solves pairs, as many at a time as there are threads. A solution depends on nothing but its pair.
 *
 * @throws the signal's reason, when aborted.
 */
export async function solvePairs(
  pool: WorkerPool,
  samples: PlacedSamples,
  problems: PairProblems,
  options: SolverOptions,
  { signal, onProgress }: ComputeRun,
): Promise<PairSolution[]> {
  const { pairs } = problems;
  const plan = planWorkspaces(
    pairs.map(({ first, second }) => first.count + second.count),
    samples.unitCount,
  );
  const total = pairs.length;
  const region = pool.region();
  try {
    const placed = await placeProblems(pool, region, problems, options.distance);
    const work = await placeWork(pool, region, samples, placed, plan, options);
    for (let completed = 0; completed < total; ) {
      await pool.submit([work], { signal });
      [, completed = 0] = await pool.read(Int32Array, placed.queue, 2);
      reportProgress(onProgress, { stage: options.stage, completed, total, unit: 'pairs' });
    }
    return await readSolutions(pool, placed);
  } finally {
    region.release();
  }
}

async function placeProblems(
  pool: WorkerPool,
  region: Region,
  { members, boxes, pairs }: PairProblems,
  distance: (pair: number) => number,
): Promise<PlacedProblems> {
  const order = longestFirst(pairs, distance);
  const starts = [0];
  for (const { first, second } of pairs) starts.push(starts.at(-1)! + first.count + second.count);
  const rows = Array.from(order, (pair) => {
    const { first, second } = pairs[pair]!;
    return [first.start, first.count, second.start, second.count, starts[pair]!];
  });
  return {
    pairCount: pairs.length,
    order,
    starts,
    members: await place(pool, region, members),
    boxes: await place(pool, region, boxes),
    table: await place(pool, region, Int32Array.from(rows.flat())),
    queue: await place(pool, region, new Int32Array(2)),
    duals: region.alloc(starts.at(-1)! * 8),
    outcomes: region.alloc(pairs.length * OUTCOME_LENGTH * 8),
  };
}

/** Some turns for every thread. */
async function placeWork(
  pool: WorkerPool,
  region: Region,
  { source }: PlacedSamples,
  { members, boxes, table, pairCount, queue, duals, outcomes }: PlacedProblems,
  { largest, rowCapacity, rowsAtOnce, stepsPerTurn, bytes, most }: WorkspacePlan,
  { tolerance, mostSteps }: SolverOptions,
): Promise<Command> {
  const count = Math.min(pool.threads, pairCount, most);
  const workspaces = region.alloc(count * bytes);
  for (let i = 0; i < count; i++) await pool.write(workspaces + i * bytes, new Uint8Array(HEADER_BYTES));
  const lists = [members, boxes, table, pairCount, queue, duals, outcomes] as const;
  const room = [workspaces, bytes, count, largest, rowCapacity, rowsAtOnce] as const;
  const turns = { total: TURNS_PER_THREAD * pool.threads, grain: 1 };
  const limits = [tolerance, mostSteps, stepsPerTurn] as const;
  return command('solveKernelPairs', turns, ...source, ...lists, ...room, ...limits);
}

async function readSolutions(
  pool: WorkerPool,
  { pairCount, order, starts, duals, outcomes }: PlacedProblems,
): Promise<PairSolution[]> {
  const allDuals = await pool.read(Float64Array, duals, starts.at(-1)!);
  const allOutcomes = await pool.read(Float64Array, outcomes, pairCount * OUTCOME_LENGTH);
  const solutions: PairSolution[] = [];
  order.forEach((pair, i) => {
    const [intercept = 0, objective = 0, stepCount = 0] = allOutcomes.subarray(i * OUTCOME_LENGTH);
    const own = allDuals.subarray(starts[pair], starts[pair + 1]);
    solutions[pair] = { duals: own, intercept, objective, stepCount };
  });
  return solutions;
}
