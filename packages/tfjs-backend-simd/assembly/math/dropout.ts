/**
 * `y[i] = x[i] / keep` where the hash of `i` and the seed is at least `threshold`, else 0. Items are fours.
 *
 * @see Wellons, "Prospecting for Hash Functions" (2018): lowbias32.
 */
export function seededDropout(
  x: usize,
  y: usize,
  hashOfSeed: u32,
  threshold: u32,
  keep: f32,
  begin: i32,
  end: i32,
): void {
  for (let four = begin; four < end; four++) {
    const at = (<usize>four) << 4;
    const index = i32x4.add(i32x4.splat(four << 2), i32x4(0, 1, 2, 3));
    const hash = lowBias(v128.xor(index, i32x4.splat(hashOfSeed)));
    const isKept = i32x4.ge_u(hash, i32x4.splat(threshold));
    v128.store(y + at, v128.and(f32x4.div(v128.load(x + at), f32x4.splat(keep)), isKept));
  }
}

// @ts-ignore: decorator
@inline
export function lowBias(value: v128): v128 {
  let x = v128.xor(value, i32x4.shr_u(value, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
