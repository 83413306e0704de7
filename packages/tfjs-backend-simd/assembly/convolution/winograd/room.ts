import { scratch } from '../../scratch';

/** Transformed values of a tile: a plane for each. */
export const PLANES: i32 = 36;

/** Up to 36 pairs of vectors between the two passes of a transform. */
// @ts-ignore: decorator
@inline
export function passRoom(): usize {
  return scratch;
}

/** Up to 36 pairs of vectors of a tile's pixels. */
// @ts-ignore: decorator
@inline
export function patchRoom(): usize {
  return scratch + 1536;
}

/** A pair of zeros. */
// @ts-ignore: decorator
@inline
export function zeroRoom(): usize {
  return scratch + 3072;
}

/** From here on, planes. */
// @ts-ignore: decorator
@inline
export function planeRoom(): usize {
  return scratch + 4096;
}

/** Bytes from plane to plane: an odd number of cache lines, so that not all planes fall into the same sets of a cache. */
export function planeBytes(tileCount: i32, channels: i32): usize {
  const lines = (tileCount * channels * 4 + 63) >> 6;
  return (<usize>(lines | 1)) << 6;
}
