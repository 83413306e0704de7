/**
 * A step of gradient descent with momentum, in place: `g += l2 * p; v = momentum * v + g` and
 * `p -= shrink * p + ofGradient * g + ofVelocity * v`. Items are fours.
 */
export function momentumUpdate(
  parameter: usize,
  gradient: usize,
  velocity: usize,
  momentum: f32,
  ofGradient: f32,
  ofVelocity: f32,
  shrink: f32,
  l2: f32,
  begin: i32,
  end: i32,
): void {
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16) {
    const p = v128.load(parameter + at);
    const g = f32x4.add(v128.load(gradient + at), f32x4.mul(f32x4.splat(l2), p));
    const v = f32x4.add(f32x4.mul(f32x4.splat(momentum), v128.load(velocity + at)), g);
    v128.store(velocity + at, v);
    const step = f32x4.add(f32x4.mul(f32x4.splat(ofGradient), g), f32x4.mul(f32x4.splat(ofVelocity), v));
    v128.store(parameter + at, f32x4.sub(p, f32x4.add(f32x4.mul(f32x4.splat(shrink), p), step)));
  }
}
