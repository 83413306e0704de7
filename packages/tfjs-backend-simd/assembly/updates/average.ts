/** `average = decay * average + rest * parameter`, in place, with `rest = 1 - decay`. Items are fours. */
export function averageUpdate(
  average: usize,
  parameter: usize,
  decay: f32,
  rest: f32,
  begin: i32,
  end: i32,
): void {
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16) {
    const kept = f32x4.mul(f32x4.splat(decay), v128.load(average + at));
    v128.store(average + at, f32x4.add(kept, f32x4.mul(f32x4.splat(rest), v128.load(parameter + at))));
  }
}
