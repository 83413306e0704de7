import { CompactCurvature } from './compact-curvature.ts';
import { FLOAT32_ROUNDING, hardlyFalls, isWithinRounding } from './convergence.ts';
import type { Minimum } from './lbfgs.ts';
import { leastSubgradient, weightedMagnitudes } from './magnitudes.ts';
import { type EvaluatedPoint, evaluationAt, leastStep, type Search } from './search.ts';
import type { Stopping } from './stopping.ts';
import { addScaled, difference, dot, largestMagnitude } from './vectors.ts';

const PAIR_COUNT = 12;
const SUFFICIENT_DECREASE = 1e-3;
const MAX_TRIALS = 20;
/** The model of a step is solved to this share of the largest slope at its start. */
const INNER_TOLERANCE = 0.1;

/**
 * Minimises a smooth function plus `strength · |parameter|`, summed over the parameters: each step goes to where the
 * quadratic model of L-BFGS with the same penalty is least. It needs about as many passes as L-BFGS without.
 *
 * @param stopping - Of the least subgradient.
 * @see Lee, Sun & Saunders 2014, Proximal Newton-type methods for minimizing composite functions, section 2
 */
export function* proximalLbfgs(
  start: Float64Array,
  strengths: Float64Array,
  stopping: Stopping,
  maxIterations: number,
): Search<Minimum> {
  const curvature = new CompactCurvature(PAIR_COUNT);
  const total = ({ point, value }: EvaluatedPoint) => value + weightedMagnitudes(point, strengths);
  let at = yield* evaluationAt(start);
  let slopes = leastSubgradient(at, strengths);
  const bound = stopping.bound(stopping.norm(slopes));
  const minimum = (iterations: number, converged: boolean): Minimum => ({
    ...at,
    value: total(at),
    iterations,
    converged: converged || stopping.norm(slopes) <= bound,
  });
  let iterations = 0;
  while (stopping.norm(slopes) > bound && iterations < maxIterations) {
    const direction = yield* directionFrom(at, slopes, strengths, curvature);
    const promised = promisedFall(at, direction, strengths);
    const next = yield* searchBack(at, direction, strengths, promised);
    if (next !== undefined) {
      iterations++;
      curvature.learn(difference(next.point, at.point), difference(next.gradient, at.gradient));
      const isFlat = hardlyFalls(total(at), total(next));
      at = next;
      slopes = leastSubgradient(at, strengths);
      if (isFlat) return minimum(iterations, true);
    } else if (curvature.isEmpty || hidesFall(promised, total(at)))
      return minimum(iterations, hidesFall(promised, total(at)));
    else curvature.forget();
  }
  return minimum(iterations, false);
}

/** Parameters that are 0 and best so stay out of the model. */
function* directionFrom(
  { point, gradient }: EvaluatedPoint,
  slopes: Float64Array,
  strengths: Float64Array,
  curvature: CompactCurvature,
): Search<Float64Array> {
  const free = Int32Array.from(point.keys()).filter((i) => point[i] !== 0 || slopes[i] !== 0);
  const ofFree = (values: Float64Array) => Float64Array.from(free, (i) => values[i]!);
  const step = yield* leastStep({
    values: ofFree(point),
    slopes: ofFree(gradient),
    strengths: ofFree(strengths),
    curvature: curvature.modelOf(free, Math.sqrt(dot(slopes, slopes))),
    tolerance: INNER_TOLERANCE * largestMagnitude(slopes),
  });
  const direction = new Float64Array(point.length);
  for (let i = 0; i < free.length; i++) direction[free[i]!] = step[i]!;
  return direction;
}

function hidesFall(promised: number, value: number): boolean {
  return isWithinRounding(promised, value, FLOAT32_ROUNDING);
}

function promisedFall(
  { point, gradient }: EvaluatedPoint,
  direction: Float64Array,
  strengths: Float64Array,
): number {
  const target = point.slice();
  addScaled(target, 1, direction);
  return (
    weightedMagnitudes(point, strengths) - weightedMagnitudes(target, strengths) - dot(gradient, direction)
  );
}

/** Halves a step until it brings enough of what is promised; undefined where rounding hides it. */
function* searchBack(
  start: EvaluatedPoint,
  direction: Float64Array,
  strengths: Float64Array,
  promised: number,
): Search<EvaluatedPoint | undefined> {
  const from = start.value + weightedMagnitudes(start.point, strengths);
  for (let trial = 0; trial < MAX_TRIALS; trial++) {
    const step = 0.5 ** trial;
    const point = start.point.slice();
    addScaled(point, step, direction);
    const reached = yield* evaluationAt(point);
    const bound = from + FLOAT32_ROUNDING * Math.abs(from) - SUFFICIENT_DECREASE * step * promised;
    if (reached.value + weightedMagnitudes(point, strengths) <= bound) return reached;
  }
  return undefined;
}
