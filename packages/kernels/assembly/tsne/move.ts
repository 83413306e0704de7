/** The sum of slots, in their order. */
export function sumSlots(slots: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) sum += load<f64>(slots + ((<usize>i) << 3));
  return sum;
}

/**
 * Moves points against the gradient `4 (exaggeration attraction - repulsion / normalisation)`, with momentum and a gain
 * for each coordinate that grows while the gradient points back, two points at a time.
 */
export function tsneMove(
  points: usize,
  attraction: usize,
  repulsion: usize,
  sums: usize,
  sumCount: i32,
  selfSum: f64,
  velocities: usize,
  gains: usize,
  exaggeration: f32,
  momentum: f32,
  learningRate: f32,
  begin: i32,
  end: i32,
): void {
  const pull = f32x4.splat(4 * exaggeration);
  const push = f32x4.splat(<f32>(4 / (sumSlots(sums, sumCount) - selfSum)));
  const inertia = f32x4.splat(momentum);
  const rate = f32x4.splat(learningRate);
  const last = (<usize>end) << 3;
  for (let at = (<usize>begin) << 3; at < last; at += 16) {
    const gradient = f32x4.sub(
      f32x4.mul(pull, v128.load(attraction + at)),
      f32x4.mul(push, v128.load(repulsion + at)),
    );
    const velocity = v128.load(velocities + at);
    const gain = nextGain(v128.load(gains + at), f32x4.mul(velocity, gradient));
    const moved = f32x4.sub(f32x4.mul(inertia, velocity), f32x4.mul(f32x4.mul(rate, gain), gradient));
    v128.store(gains + at, gain);
    v128.store(velocities + at, moved);
    v128.store(points + at, f32x4.add(v128.load(points + at), moved));
  }
}

function nextGain(gain: v128, agreement: v128): v128 {
  const grown = f32x4.add(gain, f32x4.splat(0.2));
  const shrunk = f32x4.max(f32x4.mul(gain, f32x4.splat(0.8)), f32x4.splat(0.01));
  return v128.bitselect(grown, shrunk, f32x4.lt(agreement, f32x4.splat(0)));
}
