import { reportProgress } from '@fashion-mnist/core';
import type { ComputeRun, WorkerPool } from '@fashion-mnist/kernels';
import type { Minimum } from '../../minimize/lbfgs.ts';
import type { Answer, Question, Search } from '../../minimize/search.ts';
import { concatenated } from '../../minimize/vectors.ts';
import type { LinearLoss } from './linear-loss.ts';
import type { LinearOutputs, LossOfOutputs } from './linear-problem.ts';
import { coefOf, interceptOf, type ParameterLayout, type ProblemLoss, penalised } from './parameters.ts';
import { solveModels } from './solve-models.ts';

/** The minimisation of one problem. */
export interface ProblemSearch {
  readonly layout: ParameterLayout;
  readonly search: Search<Minimum>;
}

export interface StepOptions extends Pick<ComputeRun, 'signal' | 'onProgress'> {
  readonly l2: number;
  /** As an estimate for progress. */
  readonly maxIterations: number;
}

/** A problem that waits for the function at a point. */
interface Waiting {
  readonly place: number;
  readonly layout: ParameterLayout;
  readonly point: Float64Array;
}

/**
 * Carries minimisations to their ends, all in step: first all models are solved, then one pass over the samples serves
 * all that wait for it.
 */
export async function searchInStep(
  searches: readonly ProblemSearch[],
  loss: LinearLoss,
  pool: WorkerPool,
  { l2, maxIterations, signal, onProgress }: StepOptions,
): Promise<Minimum[]> {
  const states = searches.map(({ search }) => search.next());
  const answer = (place: number, value: Answer): void => {
    states[place] = searches[place]!.search.next(value);
  };
  for (let passes = 1; ; passes++) {
    await answerModels(states, pool, signal, answer);
    const waiting = searches.flatMap(({ layout }, place): Waiting[] => {
      const state = states[place]!;
      return state.done !== true && state.value instanceof Float64Array
        ? [{ place, layout, point: state.value }]
        : [];
    });
    if (waiting.length === 0) return states.map(({ value }) => value as Minimum);
    const found = await loss.evaluate(outputsOf(waiting), signal);
    let firstOutput = 0;
    for (const { place, layout, point } of waiting) {
      answer(place, penalised(layout, l2, point, partOf(found, firstOutput, layout)));
      firstOutput += layout.classes.length;
    }
    const isLast = states.every(({ done }) => done === true);
    const completed = isLast ? maxIterations : Math.min(passes, maxIterations);
    reportProgress(onProgress, { stage: 'fit', completed, total: maxIterations, unit: 'iterations' });
  }
}

/** Solves models until no search asks for one. */
async function answerModels(
  states: readonly IteratorResult<Question, Minimum>[],
  pool: WorkerPool,
  signal: AbortSignal | undefined,
  answer: (place: number, value: Answer) => void,
): Promise<void> {
  for (;;) {
    const asking = states.flatMap((state, place) =>
      state.done === true || state.value instanceof Float64Array ? [] : [{ place, model: state.value }],
    );
    if (asking.length === 0) return;
    const steps = await solveModels(
      pool,
      asking.map(({ model }) => model),
      signal,
    );
    for (const [i, { place }] of asking.entries()) answer(place, steps[i]!);
  }
}

function outputsOf(waiting: readonly Waiting[]): LinearOutputs {
  return {
    classes: waiting.flatMap(({ layout }) => layout.classes),
    coef: concatenated(waiting.map(({ layout, point }) => coefOf(layout, point))),
    intercept: concatenated(waiting.map(({ layout, point }) => interceptOf(layout, point))),
  };
}

function partOf(found: LossOfOutputs, firstOutput: number, layout: ParameterLayout): ProblemLoss {
  const { classes, featureCount } = layout;
  const end = firstOutput + classes.length;
  return {
    loss: found.losses[firstOutput]!,
    coefGradient: found.coefGradient.subarray(firstOutput * featureCount, end * featureCount),
    interceptGradient: found.interceptGradient.subarray(firstOutput, end),
  };
}
