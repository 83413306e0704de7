/** Nodes along an axis that a point has a share in. */
export const SPLINE_NODES: i32 = 6;

/** Weights of nodes 0 to 3 of a quintic B-spline, for a point `t` of the way between nodes 2 and 3. */
export function splineHead(t: v128): v128 {
  let sum = f32x4(-1, 5, -10, 10);
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(5, -20, 30, -20));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(-10, 20, 0, -20));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(10, 20, -60, 20));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(-5, -50, 0, 50));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(1, 26, 66, 26));
  return f32x4.mul(sum, f32x4.splat(1.0 / 120.0));
}

/** Weights of nodes 4 and 5, then two zeros. */
export function splineTail(t: v128): v128 {
  let sum = f32x4(-5, 1, 0, 0);
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(5, 0, 0, 0));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(10, 0, 0, 0));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(10, 0, 0, 0));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(5, 0, 0, 0));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4(1, 0, 0, 0));
  return f32x4.mul(sum, f32x4.splat(1.0 / 120.0));
}

/**
 * What the spectrum of a table must be multiplied with, per axis, so that splines at both ends interpolate it; and
 * `1 / size`, so that transforms there and back leave it as it is.
 */
export function tsneSplineGains(size: i32, twiddles: usize, gains: usize, begin: i32, end: i32): void {
  for (let k = begin; k < end; k++) {
    const cosine = <f64>load<f32>(twiddles + ((<usize>k) << 3));
    const response = (32 + 26 * cosine + 2 * cosine * cosine) / 60;
    store<f32>(gains + ((<usize>k) << 2), <f32>(1 / (<f64>size * response * response)));
  }
}
