import { hardlyFalls, isWithinRounding } from './convergence.ts';
import { LbfgsMemory } from './lbfgs-memory.ts';
import { type EvaluatedPoint, evaluationAt, type Search } from './search.ts';
import type { Stopping } from './stopping.ts';
import { difference, dot } from './vectors.ts';
import { searchLine } from './wolfe-line-search.ts';

export interface Minimum extends EvaluatedPoint {
  readonly iterations: number;
  /** Whether the gradient became small enough or the function flat, before the iterations were used up. */
  readonly converged: boolean;
}

export interface LbfgsOptions {
  readonly maxIterations: number;
  /** How many of the latest steps it learns from. */
  readonly pairCount: number;
  /** Share of the value by which it may be wrong. */
  readonly rounding: number;
  /** Whether there may be another iteration. @default always */
  readonly mayGoOn?: () => boolean;
}

/**
 * Minimises a smooth function by L-BFGS.
 *
 * @see Byrd, Lu, Nocedal & Zhu 1995; stops as scipy.optimize's L-BFGS-B does
 */
export function* lbfgs(
  start: Float64Array,
  stopping: Stopping,
  { maxIterations, pairCount, rounding, mayGoOn = () => true }: LbfgsOptions,
): Search<Minimum> {
  const memory = new LbfgsMemory(pairCount);
  let at = yield* evaluationAt(start);
  const bound = stopping.bound(stopping.norm(at.gradient));
  let iterations = 0;
  while (stopping.norm(at.gradient) > bound && iterations < maxIterations && mayGoOn()) {
    const direction = memory.directionFrom(at.gradient);
    const firstStep = memory.isEmpty ? Math.min(1, 1 / Math.sqrt(dot(direction, direction))) : 1;
    const next = yield* searchLine(at, direction, firstStep, rounding);
    if (next !== undefined) {
      iterations++;
      memory.learn(difference(next.point, at.point), difference(next.gradient, at.gradient));
      const isFlat = hardlyFalls(at.value, next.value);
      at = next;
      if (isFlat) return { ...at, iterations, converged: true };
    } else if (isWithinRounding(-dot(at.gradient, direction), at.value, rounding))
      return { ...at, iterations, converged: true };
    else if (memory.isEmpty) break;
    else memory.forget();
  }
  return { ...at, iterations, converged: stopping.norm(at.gradient) <= bound };
}
