/** `dx[i] = y[i] > 0 ? dy[i] : 0`. Items are fours of elements; arrays have room for whole fours. */
export function reluGradient(dy: usize, y: usize, dx: usize, begin: i32, end: i32): void {
  const zero = f32x4.splat(0);
  for (let at = (<usize>begin) << 4; at < (<usize>end) << 4; at += 16)
    v128.store(dx + at, v128.and(v128.load(dy + at), f32x4.gt(v128.load(y + at), zero)));
}
