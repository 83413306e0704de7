import { sumF32 } from '../lanes';

/**
 * Sums `(a - b) / (1 + |a - b|^2)^2` over all points `b` for each point `a`, four at a time, and over all of them
 * `1 / (1 + |a - b|^2)`, in one slot per call.
 */
export function tsneRepel(
  points: usize,
  paddedCount: i32,
  forces: usize,
  sums: usize,
  grain: i32,
  begin: i32,
  end: i32,
): void {
  const one = f32x4.splat(1);
  const last = points + ((<usize>paddedCount) << 3);
  let total: f64 = 0;
  for (let i = begin; i < end; i++) {
    const point = (<usize>i) << 3;
    const x = v128.load32_splat(points + point);
    const y = v128.load32_splat(points + point, 4);
    let forceX = f32x4.splat(0);
    let forceY = f32x4.splat(0);
    let sum = f32x4.splat(0);
    for (let other = points; other < last; other += 32) {
      const ab = v128.load(other);
      const cd = v128.load(other, 16);
      const dx = f32x4.sub(x, v128.shuffle<i32>(ab, cd, 0, 2, 4, 6));
      const dy = f32x4.sub(y, v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
      const square = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
      const closeness = f32x4.div(one, f32x4.add(one, square));
      const push = f32x4.mul(closeness, closeness);
      sum = f32x4.add(sum, closeness);
      forceX = f32x4.add(forceX, f32x4.mul(push, dx));
      forceY = f32x4.add(forceY, f32x4.mul(push, dy));
    }
    store<f32>(forces + point, sumF32(forceX));
    store<f32>(forces + point, sumF32(forceY), 4);
    total += <f64>sumF32(sum);
  }
  store<f64>(sums + ((<usize>(begin / grain)) << 3), total);
}
