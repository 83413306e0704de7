import { multiplyAdd } from './multiply-add';

/** The float32 at `at` in all lanes: V8 builds constants of vectors anew in each round of a loop, and loads them faster. */
// @ts-ignore: decorator
@inline
export function everywhere(at: usize): v128 {
  return v128.load32_splat(at);
}

/** `y * x` plus the coefficient of that number. */
// @ts-ignore: decorator
@inline
export function withCoefficient(y: v128, x: v128, coefficients: usize, number: usize): v128 {
  return multiplyAdd(y, x, v128.load32_splat(coefficients + (number << 2)));
}
