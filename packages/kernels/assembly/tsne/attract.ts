import { sumF32 } from '../lanes';

/** Sums `w (a - b) / (1 + |a - b|^2)` over the entries of each row, four at a time. */
export function tsneAttract(
  points: usize,
  targets: usize,
  rowStarts: usize,
  columns: usize,
  weights: usize,
  forces: usize,
  begin: i32,
  end: i32,
): void {
  const one = f32x4.splat(1);
  for (let row = begin; row < end; row++) {
    const point = (<usize>row) << 3;
    const x = v128.load32_splat(points + point);
    const y = v128.load32_splat(points + point, 4);
    let forceX = f32x4.splat(0);
    let forceY = f32x4.splat(0);
    const last = (<usize>load<i32>(rowStarts + ((<usize>row) << 2), 4)) << 2;
    for (let e = (<usize>load<i32>(rowStarts + ((<usize>row) << 2))) << 2; e < last; e += 16) {
      const column = columns + e;
      const ab = pair(targets, load<u32>(column), load<u32>(column, 4));
      const cd = pair(targets, load<u32>(column, 8), load<u32>(column, 12));
      const dx = f32x4.sub(x, v128.shuffle<i32>(ab, cd, 0, 2, 4, 6));
      const dy = f32x4.sub(y, v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
      const square = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
      const pull = f32x4.div(v128.load(weights + e), f32x4.add(one, square));
      forceX = f32x4.add(forceX, f32x4.mul(pull, dx));
      forceY = f32x4.add(forceY, f32x4.mul(pull, dy));
    }
    store<f32>(forces + point, sumF32(forceX));
    store<f32>(forces + point, sumF32(forceY), 4);
  }
}

function pair(points: usize, a: u32, b: u32): v128 {
  return v128.load64_lane(points + ((<usize>b) << 3), v128.load64_zero(points + ((<usize>a) << 3)), 1);
}
