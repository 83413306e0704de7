/**
 * Writes `sum over p of left[p][i] · right[p][j]` for four rows `i` and eight columns `j`, as int32 row after row.
 * An element of `left[p]` and `right[p]` is a pair of int16, and `·` their inner product.
 *
 * @param left - Four pairs side by side, then the next four `leftStep` bytes further on.
 * @param right - `[pairCount, 8]` pairs.
 */
export function multiplyPairs(left: usize, leftStep: usize, right: usize, pairCount: i32, sums: usize): void {
  let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  const end = right + ((<usize>pairCount) << 5);
  while (right < end) {
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    const l0 = v128.load32_splat(left), l1 = v128.load32_splat(left, 4);
    const l2 = v128.load32_splat(left, 8), l3 = v128.load32_splat(left, 12);
    s00 = i32x4.add(s00, i32x4.dot_i16x8_s(l0, r0));
    s01 = i32x4.add(s01, i32x4.dot_i16x8_s(l0, r1));
    s10 = i32x4.add(s10, i32x4.dot_i16x8_s(l1, r0));
    s11 = i32x4.add(s11, i32x4.dot_i16x8_s(l1, r1));
    s20 = i32x4.add(s20, i32x4.dot_i16x8_s(l2, r0));
    s21 = i32x4.add(s21, i32x4.dot_i16x8_s(l2, r1));
    s30 = i32x4.add(s30, i32x4.dot_i16x8_s(l3, r0));
    s31 = i32x4.add(s31, i32x4.dot_i16x8_s(l3, r1));
    left += leftStep;
    right += 32;
  }
  store8(sums, s00, s01, s10, s11, s20, s21, s30, s31);
}

/** The same with the squared length of the difference of two pairs in place of their inner product. */
export function differPairs(left: usize, leftStep: usize, right: usize, pairCount: i32, sums: usize): void {
  let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  const end = right + ((<usize>pairCount) << 5);
  while (right < end) {
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    const l0 = v128.load32_splat(left), l1 = v128.load32_splat(left, 4);
    s00 = i32x4.add(s00, squaredDifference(l0, r0));
    s01 = i32x4.add(s01, squaredDifference(l0, r1));
    s10 = i32x4.add(s10, squaredDifference(l1, r0));
    s11 = i32x4.add(s11, squaredDifference(l1, r1));
    const l2 = v128.load32_splat(left, 8), l3 = v128.load32_splat(left, 12);
    s20 = i32x4.add(s20, squaredDifference(l2, r0));
    s21 = i32x4.add(s21, squaredDifference(l2, r1));
    s30 = i32x4.add(s30, squaredDifference(l3, r0));
    s31 = i32x4.add(s31, squaredDifference(l3, r1));
    left += leftStep;
    right += 32;
  }
  store8(sums, s00, s01, s10, s11, s20, s21, s30, s31);
}

function squaredDifference(a: v128, b: v128): v128 {
  const difference = i16x8.sub(a, b);
  return i32x4.dot_i16x8_s(difference, difference);
}

export function store8(
  to: usize, v0: v128, v1: v128, v2: v128, v3: v128, v4: v128, v5: v128, v6: v128, v7: v128,
): void {
  v128.store(to, v0);
  v128.store(to, v1, 16);
  v128.store(to, v2, 32);
  v128.store(to, v3, 48);
  v128.store(to, v4, 64);
  v128.store(to, v5, 80);
  v128.store(to, v6, 96);
  v128.store(to, v7, 112);
}
