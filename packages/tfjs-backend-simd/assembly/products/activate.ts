/** Activations that products end with. */
export const RELU: i32 = 1;
export const RELU6: i32 = 2;
export const LEAKY_RELU: i32 = 3;

/** What activation `kind` makes of four values; `slope` is the leaky one's below zero. */
// @ts-ignore: decorator
@inline
export function activate(x: v128, kind: i32, slope: f32): v128 {
  if (kind === 0) return x;
  const zero = f32x4.splat(0);
  if (kind === LEAKY_RELU) return v128.bitselect(x, f32x4.mul(x, f32x4.splat(slope)), f32x4.gt(x, zero));
  const above = f32x4.max(x, zero);
  return kind === RELU6 ? f32x4.min(above, f32x4.splat(6)) : above;
}
