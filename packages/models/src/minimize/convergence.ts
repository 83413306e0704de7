/** L-BFGS-B stops at a relative decrease of this: `factr` of 1e7. */
const FLAT = 1e7 * 2 ** -52;

/** A rise by this share of a sum of losses of float32 margins may be rounding, and does not count. */
export const FLOAT32_ROUNDING = 1e-7;

/** Whether a function hardly falls any more. */
export function hardlyFalls(from: number, to: number): boolean {
  return from - to <= FLAT * Math.max(Math.abs(from), Math.abs(to), 1);
}

/** Whether a function is promised to fall by hardly more than it can be computed to. */
export function isWithinRounding(promisedFall: number, value: number, rounding: number): boolean {
  return promisedFall <= 10 * rounding * Math.max(Math.abs(value), 1);
}
