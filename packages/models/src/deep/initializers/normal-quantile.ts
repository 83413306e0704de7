const CENTRE = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
  ],
] as const;
const SHOULDER = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
] as const;
const TAIL = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
] as const;

/**
 * The number that a normal variable with mean 0 and deviation 1 is below with probability `p`, to about 16 digits.
 * It is made of operations that IEEE 754 rounds exactly, so it is the same on every platform; `Math.log` is not.
 *
 * @param p - `0 < p < 1`.
 * @see Wichura 1988, "Algorithm AS 241: the percentage points of the normal distribution", PPND16.
 */
export function normalQuantile(p: number): number {
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) return offset * ratioAt(CENTRE, 0.180625 - offset * offset);
  const distance = Math.sqrt(-naturalLogarithm(Math.min(p, 1 - p)));
  const size = distance <= 5 ? ratioAt(SHOULDER, distance - 1.6) : ratioAt(TAIL, distance - 5);
  return offset < 0 ? -size : size;
}

function ratioAt([above, below]: readonly [readonly number[], readonly number[]], x: number): number {
  return polynomialAt(above, x) / polynomialAt(below, x);
}

function polynomialAt(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** Of `0 < x < 1`: halves are taken out until the series of atanh converges quickly. */
function naturalLogarithm(x: number): number {
  let mantissa = x;
  let halvings = 0;
  for (; mantissa < Math.SQRT1_2; halvings++) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let series = 0;
  for (let odd = 21; odd > 0; odd -= 2) series = series * square + 1 / odd;
  return 2 * ratio * series - halvings * Math.LN2;
}
