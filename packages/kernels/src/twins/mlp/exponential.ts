const { fround } = Math;
const LOG2_E = fround(Math.LOG2E);
const LN2_HIGH = fround(0.693359375);
const LN2_LOW = fround(-2.1219444e-4);
const EXPONENTIAL = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
];
const TANGENT = [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1];

/** `e^x` as the compiled kernels have it, every step rounded to float32. */
export function exponential(x: number): number {
  const inside = Math.max(-87, Math.min(88, x));
  const power = Math.floor(fround(fround(inside * LOG2_E) + 0.5));
  const r = fround(fround(inside - fround(power * LN2_HIGH)) - fround(power * LN2_LOW));
  const tail = fround(polynomial(EXPONENTIAL, r) * fround(r * r));
  return fround(fround(fround(tail + r) + 1) * 2 ** power);
}

export function hyperbolicTangent(x: number): number {
  const size = Math.abs(x);
  if (size < 0.625) {
    const square = fround(x * x);
    return fround(fround(fround(polynomial(TANGENT, square) * square) * x) + x);
  }
  const far = fround(1 - fround(2 / fround(exponential(fround(size + size)) + 1)));
  return x < 0 ? -far : far;
}

/** Horner's scheme, from the highest power. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => fround(fround(sum * x) + fround(coefficient)), 0);
}
