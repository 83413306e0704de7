import { type EvaluatedPoint, evaluationAt, type Search } from './search.ts';
import { addScaled, dot } from './vectors.ts';

/** A place on the line. */
interface Trial {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

const SUFFICIENT_DECREASE = 1e-3;
const CURVATURE = 0.9;
const MAX_TRIALS = 20;
/** How much longer a step may be than the one before it. */
const EXPANSION = 4;
/** A new step keeps this share of the bracket away from its ends. */
const MARGIN = 0.1;

/**
 * Goes along a line to where the strong Wolfe conditions hold, with the constants of L-BFGS-B.
 *
 * @param direction - Downhill from `start`.
 * @param rounding - A rise by this share of the value does not count.
 * @returns undefined where no such place is found: rounding hides the descent.
 * @see Nocedal & Wright, Numerical Optimization, 2nd edition, algorithms 3.5 and 3.6
 */
export function* searchLine(
  start: EvaluatedPoint,
  direction: Float64Array,
  firstStep: number,
  rounding: number,
): Search<EvaluatedPoint | undefined> {
  const startSlope = dot(start.gradient, direction);
  const ceiling = start.value + rounding * Math.abs(start.value);
  let low: Trial = { step: 0, value: start.value, slope: startSlope };
  let high: Trial | undefined;
  let step = firstStep;
  for (let trial = 0; trial < MAX_TRIALS; trial++) {
    const point = start.point.slice();
    addScaled(point, step, direction);
    const reached = yield* evaluationAt(point);
    const { value } = reached;
    const at: Trial = { step, value, slope: dot(reached.gradient, direction) };
    const bound = ceiling + SUFFICIENT_DECREASE * step * startSlope;
    if (!(value <= bound) || (value >= low.value && low.step > 0)) high = at;
    else if (Math.abs(at.slope) <= -CURVATURE * startSlope) return reached;
    else {
      if (at.slope * ((high?.step ?? Infinity) - low.step) >= 0) high = low;
      low = at;
    }
    step = high === undefined ? EXPANSION * step : stepBetween(low, high);
  }
  return undefined;
}

/** Where the cubic through both ends is least, away from these. */
function stepBetween(low: Trial, high: Trial): number {
  const width = high.step - low.step;
  if (!Number.isFinite(high.value) || !Number.isFinite(high.slope)) return low.step + MARGIN * width;
  const bend = low.slope + high.slope - (3 * (high.value - low.value)) / width;
  const root = Math.sqrt(Math.max(bend * bend - low.slope * high.slope, 0)) * Math.sign(width);
  const share = 1 - (high.slope + root - bend) / (high.slope - low.slope + 2 * root);
  const inner = Number.isFinite(share) ? Math.min(Math.max(share, MARGIN), 1 - MARGIN) : 0.5;
  return low.step + inner * width;
}
