/**
 * A step of Adam, in place:
 * `g += l2 * p; m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g²`, and
 * `p -= shrink * p + rate * m / (sqrt(v / correction2) + epsilon)`, where `rate` has been divided by the first
 * correction. Items are fours.
 */
export function adamUpdate(
  parameter: usize,
  gradient: usize,
  first: usize,
  second: usize,
  rate: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  epsilon: f32,
  correction2: f32,
  shrink: f32,
  l2: f32,
  begin: i32,
  end: i32,
): void {
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16) {
    const p = v128.load(parameter + at);
    const g = f32x4.add(v128.load(gradient + at), f32x4.mul(f32x4.splat(l2), p));
    const m = f32x4.add(
      f32x4.mul(f32x4.splat(beta1), v128.load(first + at)),
      f32x4.mul(f32x4.splat(rest1), g),
    );
    const v = f32x4.add(
      f32x4.mul(f32x4.splat(beta2), v128.load(second + at)),
      f32x4.mul(f32x4.splat(rest2), f32x4.mul(g, g)),
    );
    v128.store(first + at, m);
    v128.store(second + at, v);
    const size = f32x4.add(f32x4.sqrt(f32x4.div(v, f32x4.splat(correction2))), f32x4.splat(epsilon));
    const step = f32x4.div(f32x4.mul(f32x4.splat(rate), m), size);
    v128.store(parameter + at, f32x4.sub(p, f32x4.add(f32x4.mul(f32x4.splat(shrink), p), step)));
  }
}
