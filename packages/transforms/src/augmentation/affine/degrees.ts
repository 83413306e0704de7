/** Coefficients 1/n! of the power series, alternating; beyond them nothing is left at 45 degrees. */
const SINE = [1, 3, 5, 7, 9, 11, 13, 15].map(coefficient);
const COSINE = [0, 2, 4, 6, 8, 10, 12, 14, 16].map(coefficient);
const RADIANS = Math.PI / 180;

/**
 * The sine of an angle in degrees, exact at multiples of 90. In plain arithmetic, as `Math.sin` differs in its last bit from
 * browser to browser, and with it a pixel could.
 */
export function sine(degrees: number): number {
  const turned = degrees % 360;
  const quarter = Math.round(turned / 90);
  const rest = (turned - 90 * quarter) * RADIANS;
  const value = quarter % 2 === 0 ? rest * series(SINE, rest) : series(COSINE, rest);
  const isNegative = ((quarter % 4) + 4) % 4 >= 2;
  return isNegative ? 0 - value : value;
}

/** The cosine of an angle in degrees, see `sine`. */
export function cosine(degrees: number): number {
  return sine((degrees % 360) + 90);
}

/** The tangent of an angle in degrees, see `sine`. */
export function tangent(degrees: number): number {
  return sine(degrees) / cosine(degrees);
}

function series(coefficients: readonly number[], x: number): number {
  const square = x * x;
  let sum = 0;
  for (let term = coefficients.length - 1; term >= 0; term--)
    sum = sum * square + (coefficients[term] as number);
  return sum;
}

function coefficient(power: number): number {
  let factorial = 1;
  for (let factor = 2; factor <= power; factor++) factorial *= factor;
  return (power % 4 < 2 ? 1 : -1) / factorial;
}
