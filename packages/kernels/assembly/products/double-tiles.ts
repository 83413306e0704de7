import { store8 } from './pair-tiles';

/**
 * Writes `sum over k of left[k][i] * right[k][j]` for four rows `i` and four columns `j`, as float64 row after row,
 * summed in order of `k`.
 *
 * @param left - `[length, 4]`
 * @param right - `[length, 4]`
 */
export function multiplyDoubles(left: usize, right: usize, length: i32, sums: usize): void {
  let s00 = f64x2.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  const end = right + ((<usize>length) << 5);
  while (right < end) {
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    const l0 = v128.load64_splat(left), l1 = v128.load64_splat(left, 8);
    const l2 = v128.load64_splat(left, 16), l3 = v128.load64_splat(left, 24);
    s00 = f64x2.add(s00, f64x2.mul(l0, r0));
    s01 = f64x2.add(s01, f64x2.mul(l0, r1));
    s10 = f64x2.add(s10, f64x2.mul(l1, r0));
    s11 = f64x2.add(s11, f64x2.mul(l1, r1));
    s20 = f64x2.add(s20, f64x2.mul(l2, r0));
    s21 = f64x2.add(s21, f64x2.mul(l2, r1));
    s30 = f64x2.add(s30, f64x2.mul(l3, r0));
    s31 = f64x2.add(s31, f64x2.mul(l3, r1));
    left += 32;
    right += 32;
  }
  store8(sums, s00, s01, s10, s11, s20, s21, s30, s31);
}

/** The same with the square of the difference in place of the product. */
export function differDoubles(left: usize, right: usize, length: i32, sums: usize): void {
  let s00 = f64x2.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  const end = right + ((<usize>length) << 5);
  while (right < end) {
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    const l0 = v128.load64_splat(left), l1 = v128.load64_splat(left, 8);
    s00 = f64x2.add(s00, squaredDifference(l0, r0));
    s01 = f64x2.add(s01, squaredDifference(l0, r1));
    s10 = f64x2.add(s10, squaredDifference(l1, r0));
    s11 = f64x2.add(s11, squaredDifference(l1, r1));
    const l2 = v128.load64_splat(left, 16), l3 = v128.load64_splat(left, 24);
    s20 = f64x2.add(s20, squaredDifference(l2, r0));
    s21 = f64x2.add(s21, squaredDifference(l2, r1));
    s30 = f64x2.add(s30, squaredDifference(l3, r0));
    s31 = f64x2.add(s31, squaredDifference(l3, r1));
    left += 32;
    right += 32;
  }
  store8(sums, s00, s01, s10, s11, s20, s21, s30, s31);
}

function squaredDifference(a: v128, b: v128): v128 {
  const difference = f64x2.sub(a, b);
  return f64x2.mul(difference, difference);
}
