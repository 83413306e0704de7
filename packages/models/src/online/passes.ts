import { reportProgress } from '@fashion-mnist/core';
import { type Command, command, type WorkerPool } from '@fashion-mnist/kernels';
import type { FitRun } from '../classifier.ts';
import { LOSSES, SCHEDULES } from './learning-rule.ts';
import type { OnlineFit } from './online-fit.ts';
import type { PlacedLearner } from './placed-learner.ts';
import { Plateau } from './plateau.ts';
import { ProblemStates } from './problem-states.ts';
import { requireBounded } from './require-bounded.ts';
import type { SampleOrders } from './sample-orders.ts';
import type { Validation } from './validation.ts';

/** The kernel keeps a number for each in its scratch. */
const MOST_PROBLEMS_PER_GROUP = 1024;
/** A command cannot be aborted: it must not take long. */
const PRODUCTS_PER_COMMAND = 2 ** 25;
const LEAST_ADAPTIVE_RATE = 1e-6;

/**
 * Passes over the samples until every problem has ended by its own criterion.
 *
 * @returns How many passes the slowest one took.
 */
export async function passOverSamples(
  pool: WorkerPool,
  learner: PlacedLearner,
  orders: SampleOrders,
  validation: Validation | undefined,
  fit: OnlineFit,
  { signal, onProgress }: FitRun,
): Promise<number> {
  const { maxIter, tol, nIterNoChange } = fit.options;
  const margin = tol === null ? undefined : tol * (validation === undefined ? orders.length : 1);
  const plateaus = Array.from({ length: learner.problemCount }, () => new Plateau(margin, nIterNoChange));
  let active = [...plateaus.keys()];
  await orders.prepare(0);
  for (let pass = 0; ; ) {
    await pool.write(learner.problems, Int32Array.from(active));
    const commands = commandsOfPass(
      pool.threads,
      learner,
      orders.of(pass),
      orders.length,
      active.length,
      fit,
    );
    await allOf([pool.submit(commands, { signal }), orders.prepare(pass + 1)]);
    pass++;
    reportProgress(onProgress, { stage: 'fit', completed: pass, total: maxIter, unit: 'passes' });

    const states = await readStates(pool, learner);
    const losses = active.map((problem) => states.get(problem, 'loss'));
    requireBounded(fit.estimator, losses);
    const values = (await validation?.accuracies(active, states)) ?? losses.map((loss) => -loss);
    active = active.filter((problem, i) => {
      states.set(problem, 'loss', 0);
      return !plateaus[problem]!.isReached(values[i]!) || canSlowDown(states, problem, fit);
    });
    if (active.length === 0 || pass === maxIter) return pass;
    await pool.write(learner.states, states.data);
  }
}

export async function readStates(
  pool: WorkerPool,
  { states, problemCount }: PlacedLearner,
): Promise<ProblemStates> {
  return new ProblemStates(await pool.read(Float64Array, states, problemCount * ProblemStates.LENGTH));
}

/** Lowers the rate of a problem, where the rule allows to. */
function canSlowDown(states: ProblemStates, problem: number, { rule }: OnlineFit): boolean {
  const rate = states.get(problem, 'rate');
  if (!rule.isAdaptive || rate <= LEAST_ADAPTIVE_RATE) return false;
  states.set(problem, 'rate', rate / 5);
  return true;
}

function commandsOfPass(
  threads: number,
  learner: PlacedLearner,
  order: number,
  sampleCount: number,
  activeCount: number,
  { rule, options }: OnlineFit,
): Command[] {
  const { samples, codes, sampleWeights, problems, rows, weights, averages, received, states } = learner;
  const { loss, lossParameter, schedule, scheduleParameter, penalty, averageFrom } = rule;
  const groupSize = Math.min(Math.ceil(activeCount / threads), MOST_PROBLEMS_PER_GROUP);
  const work = { total: Math.ceil(activeCount / groupSize), grain: 1 };
  const most = Math.max(1, Math.floor(PRODUCTS_PER_COMMAND / (learner.width * learner.problemCount)));
  const commands: Command[] = [];
  for (let first = 0; first < sampleCount; first += most)
    commands.push(
      command(
        'learnOneAgainstRest',
        work,
        ...samples,
        ...([order + 4 * first, Math.min(most, sampleCount - first), codes, sampleWeights] as const),
        ...([problems, activeCount, groupSize, rows, weights, averages, received, states] as const),
        ...([LOSSES.indexOf(loss), lossParameter, SCHEDULES.indexOf(schedule), scheduleParameter] as const),
        ...([penalty.alpha, penalty.l2, penalty.l1, averageFrom, options.fitIntercept ? 1 : 0] as const),
      ),
    );
  return commands;
}

/** Waits for both, even when one fails: none may touch the memory once it is given back. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
