import { QUERIES, ROW_BYTES } from './coordinates';

/** Bytes of a panel's first level; the second has twice as many, the third three times, the fourth four times. */
const LEVEL_BYTES: usize = 256;

/**
 * Which of four queries and eight references may be near each other, bit `8 query + reference`: level after level, those
 * whose lower bound stays below the threshold of the query.
 *
 * @param panel - Coordinates of the references, from which the bound is `norm + query · reference`.
 * @param queries - Four rows: the coordinates times -2, those to be taken away times 2.
 * @param thresholds - `[4][256]` int32.
 */
export function nearPairs(panel: usize, norms: usize, queries: usize, thresholds: usize, levels: i32): i32 {
  let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  let end = panel;
  for (let level = 1; level <= levels; level++) {
    const n0 = v128.load(norms), n1 = v128.load(norms, 16);
    a0 = i32x4.add(a0, n0);
    a1 = i32x4.add(a1, n1);
    b0 = i32x4.add(b0, n0);
    b1 = i32x4.add(b1, n1);
    c0 = i32x4.add(c0, n0);
    c1 = i32x4.add(c1, n1);
    d0 = i32x4.add(d0, n0);
    d1 = i32x4.add(d1, n1);
    end += (<usize>level) * LEVEL_BYTES;
    while (panel < end) {
      const r0 = v128.load(panel), r1 = v128.load(panel, 16);
      const a = v128.load32_splat(queries);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(a, r0));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(a, r1));
      const b = v128.load32_splat(queries, ROW_BYTES);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(b, r0));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(b, r1));
      const c = v128.load32_splat(queries, 2 * ROW_BYTES);
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(c, r0));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(c, r1));
      const d = v128.load32_splat(queries, 3 * ROW_BYTES);
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(d, r0));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(d, r1));
      panel += 32;
      queries += 4;
    }
    const a = v128.load32_splat(thresholds), b = v128.load32_splat(thresholds, 4);
    const c = v128.load32_splat(thresholds, 8), d = v128.load32_splat(thresholds, 12);
    const isAnyNear = v128.or(
      v128.or(i32x4.lt_s(i32x4.min_s(a0, a1), a), i32x4.lt_s(i32x4.min_s(b0, b1), b)),
      v128.or(i32x4.lt_s(i32x4.min_s(c0, c1), c), i32x4.lt_s(i32x4.min_s(d0, d1), d)),
    );
    if (!v128.any_true(isAnyNear)) return 0;
    if (level === levels) {
      return bitsBelow(a0, a1, a, b0, b1, b) | (bitsBelow(c0, c1, c, d0, d1, d) << 16);
    }
    norms += 32;
    thresholds += QUERIES * 4;
  }
  return 0;
}

/** Sixteen bits: which of eight bounds are below the first limit, which of eight others below the second. */
function bitsBelow(a0: v128, a1: v128, limit: v128, b0: v128, b1: v128, otherLimit: v128): i32 {
  return i8x16.bitmask(
    i8x16.narrow_i16x8_s(
      i16x8.narrow_i32x4_s(i32x4.lt_s(a0, limit), i32x4.lt_s(a1, limit)),
      i16x8.narrow_i32x4_s(i32x4.lt_s(b0, otherLimit), i32x4.lt_s(b1, otherLimit)),
    ),
  );
}
