const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
] as const;
const SHOULDER = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
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
