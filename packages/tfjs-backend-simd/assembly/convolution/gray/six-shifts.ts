import { multiplyAdd } from '../../multiply-add';

/** A tile's bytes: `[6][8]`. */
export const SHIFTS_BYTES: usize = 192;

/**
 * Adds to `tile`, `[6][8]`, what six neighbours on the left make with eight columns on the right: the sum over
 * `rowCount` rows of `count` steps of `left[step + i] * right[step][0..7]`. Rows are `rowBytes` apart on the left, and
 * steps `stepBytes` on the right, one row after the other.
 */
export function addSixShifts(
  rowCount: i32, count: i32, left: usize, rowBytes: usize, right: usize, stepBytes: usize, tile: usize,
): void {
  let l0 = v128.load(tile, 0), r0 = v128.load(tile, 16);
  let l1 = v128.load(tile, 32), r1 = v128.load(tile, 48);
  let l2 = v128.load(tile, 64), r2 = v128.load(tile, 80);
  let l3 = v128.load(tile, 96), r3 = v128.load(tile, 112);
  let l4 = v128.load(tile, 128), r4 = v128.load(tile, 144);
  let l5 = v128.load(tile, 160), r5 = v128.load(tile, 176);
  for (let row = 0; row < rowCount; row++) {
    let from = left;
    for (let step = 0; step < count; step++) {
      const near = v128.load(right), far = v128.load(right, 16);
      const x0 = v128.load_splat<f32>(from, 0);
      l0 = multiplyAdd(x0, near, l0);
      r0 = multiplyAdd(x0, far, r0);
      const x1 = v128.load_splat<f32>(from, 4);
      l1 = multiplyAdd(x1, near, l1);
      r1 = multiplyAdd(x1, far, r1);
      const x2 = v128.load_splat<f32>(from, 8);
      l2 = multiplyAdd(x2, near, l2);
      r2 = multiplyAdd(x2, far, r2);
      const x3 = v128.load_splat<f32>(from, 12);
      l3 = multiplyAdd(x3, near, l3);
      r3 = multiplyAdd(x3, far, r3);
      const x4 = v128.load_splat<f32>(from, 16);
      l4 = multiplyAdd(x4, near, l4);
      r4 = multiplyAdd(x4, far, r4);
      const x5 = v128.load_splat<f32>(from, 20);
      l5 = multiplyAdd(x5, near, l5);
      r5 = multiplyAdd(x5, far, r5);
      from += 4;
      right += stepBytes;
    }
    left += rowBytes;
  }
  v128.store(tile, l0, 0);
  v128.store(tile, r0, 16);
  v128.store(tile, l1, 32);
  v128.store(tile, r1, 48);
  v128.store(tile, l2, 64);
  v128.store(tile, r2, 80);
  v128.store(tile, l3, 96);
  v128.store(tile, r3, 112);
  v128.store(tile, l4, 128);
  v128.store(tile, r4, 144);
  v128.store(tile, l5, 160);
  v128.store(tile, r5, 176);
}
