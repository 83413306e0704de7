/** Stores the first `count` lanes: all four from 4 on, none at 0. */
export function storeLanes(to: usize, v: v128, count: i32): void {
  if (count >= 4) {
    v128.store(to, v);
    return;
  }
  if (count >= 2) v128.store64_lane(to, v, 0);
  if (count == 1) v128.store32_lane(to, v, 0);
  if (count == 3) v128.store32_lane(to + 8, v, 2);
}

/** All ones in the first `count` lanes. */
// @ts-ignore: decorator
@inline
export function firstLanes(count: i32): v128 {
  return i32x4.gt_s(i32x4.splat(count), i32x4(0, 1, 2, 3));
}

// @ts-ignore: decorator
@inline
export function sumOfLanes(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

// @ts-ignore: decorator
@inline
export function maximumOfLanes(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** Bytes of float32 channels, with room for whole vectors. */
// @ts-ignore: decorator
@inline
export function vectorBytes(channels: i32): usize {
  return ((<usize>channels + 3) & ~3) << 2;
}
