const SERIES_END = 3;
const FRACTION_DEPTH = 60;

/** The error function, to within some units in the last place of float64. */
export function errorFunction(x: number): number {
  const size = Math.abs(x);
  const value = size < SERIES_END ? series(size) : 1 - complement(size);
  return x < 0 ? -value : value;
}

/** All terms are positive, so that nothing cancels. @see Abramowitz & Stegun 7.1.6 */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** @see Abramowitz & Stegun 7.1.14 */
function complement(x: number): number {
  let fraction = x;
  for (let n = FRACTION_DEPTH; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
