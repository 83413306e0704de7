/** The function of two vectors, as the arguments of the kernels say it. */
export interface KernelFunction {
  readonly areFloats: boolean;
  readonly kind: number;
  readonly factor: number;
  readonly degree: number;
}

const LINEAR = 0;
const POLY = 1;
export const RBF = 2;

/** @param distance - Squared. */
export function kernelOf(
  { kind, factor, degree }: KernelFunction,
  product: number,
  distance: number,
  a: number,
  b: number,
): number {
  const scale = Math.fround(factor);
  if (kind === RBF) return Math.exp(Math.max(-87, scale * distance));
  const argument = scale * product + (a + b);
  if (kind === LINEAR) return argument;
  return kind === POLY ? argument ** degree : Math.tanh(argument);
}
