import { exponential, hyperbolicTangent } from './exponential.ts';

const { fround } = Math;
const LOGISTIC = 1;
const TANH = 2;
const RELU = 3;

export function activate(activation: number, x: number): number {
  if (activation === RELU) return Math.max(x, 0);
  if (activation === LOGISTIC) return fround(1 / fround(1 + exponential(-x)));
  return activation === TANH ? hyperbolicTangent(x) : x;
}

/** The derivative of an activation, from its value. */
export function slope(activation: number, value: number): number {
  if (activation === RELU) return value > 0 ? 1 : 0;
  if (activation === LOGISTIC) return fround(value * fround(1 - value));
  return activation === TANH ? fround(1 - fround(value * value)) : 1;
}
