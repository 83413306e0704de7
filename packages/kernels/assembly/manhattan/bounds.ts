import { sumI32 } from '../lanes';
import { COLUMN_BYTES, panelBytesOf } from './coarse-panels';
import { ROUGH } from './rough-sums';

/** Queries that are answered together. */
export const QUERIES: i32 = 4;
/** Bytes of fine sums after which a bound may be left. */
const FINE_RUN: usize = 128;

/** Lower bounds by rough sums: see `boundPanel`. */
export function boundRoughly(
  queries: usize, panels: usize, panelCount: i32, coarseCount: i32, bounds: usize, length: i32,
): void {
  const panelBytes = panelBytesOf(coarseCount);
  for (let panel: usize = 0; panel < <usize>panelCount; panel++)
    boundPanel(queries, panels + panel * panelBytes, ROUGH, bounds + panel * COLUMN_BYTES, length);
}

/**
 * Lower bounds by coarse sums instead, for the panels in which a rough bound is within a limit.
 *
 * @param limits - Four uint16, int32 each.
 */
export function boundCoarsely(
  queries: usize, limits: usize, panels: usize, panelCount: i32, coarseCount: i32, bounds: usize, length: i32,
): void {
  const panelBytes = panelBytesOf(coarseCount), rowBytes = (<usize>length) << 1;
  const a = i16x8.splat(<i16>load<i32>(limits)), b = i16x8.splat(<i16>load<i32>(limits, 4));
  const c = i16x8.splat(<i16>load<i32>(limits, 8)), d = i16x8.splat(<i16>load<i32>(limits, 12));
  for (let panel: usize = 0; panel < <usize>panelCount; panel++) {
    const at = bounds + panel * COLUMN_BYTES;
    const near = v128.or(
      v128.or(within(at, a), within(at + rowBytes, b)),
      v128.or(within(at + 2 * rowBytes, c), within(at + 3 * rowBytes, d)),
    );
    if (v128.any_true(near))
      boundPanel(queries, panels + panel * panelBytes + <usize>ROUGH * COLUMN_BYTES, coarseCount, at, length);
  }
}

function within(bounds: usize, limits: v128): v128 {
  return v128.or(i16x8.le_u(v128.load(bounds), limits), i16x8.le_u(v128.load(bounds, 16), limits));
}

/**
 * Lower bounds of the distances of four queries to the samples of a panel, in coarse units, saturated.
 *
 * @param queries - Four pointers to sums, int32 each.
 * @param sums - `[count][16]` int16.
 * @param bounds - The first of four rows of `length` uint16.
 */
function boundPanel(queries: usize, sums: usize, count: i32, bounds: usize, length: i32): void {
  const a = <usize>load<u32>(queries), b = <usize>load<u32>(queries, 4);
  const c = <usize>load<u32>(queries, 8), d = <usize>load<u32>(queries, 12);
  let a0 = i16x8.splat(0), b0 = a0, c0 = a0, d0 = a0, a1 = a0, b1 = a0, c1 = a0, d1 = a0;
  for (let at: usize = 0; at < (<usize>count) << 1; at += 2, sums += COLUMN_BYTES) {
    const low = v128.load(sums), high = v128.load(sums, 16);
    const qa = v128.load16_splat(a + at);
    a0 = i16x8.add_sat_u(a0, i16x8.abs(i16x8.sub(low, qa)));
    a1 = i16x8.add_sat_u(a1, i16x8.abs(i16x8.sub(high, qa)));
    const qb = v128.load16_splat(b + at);
    b0 = i16x8.add_sat_u(b0, i16x8.abs(i16x8.sub(low, qb)));
    b1 = i16x8.add_sat_u(b1, i16x8.abs(i16x8.sub(high, qb)));
    const qc = v128.load16_splat(c + at);
    c0 = i16x8.add_sat_u(c0, i16x8.abs(i16x8.sub(low, qc)));
    c1 = i16x8.add_sat_u(c1, i16x8.abs(i16x8.sub(high, qc)));
    const qd = v128.load16_splat(d + at);
    d0 = i16x8.add_sat_u(d0, i16x8.abs(i16x8.sub(low, qd)));
    d1 = i16x8.add_sat_u(d1, i16x8.abs(i16x8.sub(high, qd)));
  }
  const rowBytes = (<usize>length) << 1;
  store16(bounds, a0, a1);
  store16(bounds + rowBytes, b0, b1);
  store16(bounds + 2 * rowBytes, c0, c1);
  store16(bounds + 3 * rowBytes, d0, d1);
}

function store16(to: usize, low: v128, high: v128): void {
  v128.store(to, low);
  v128.store(to, high, 16);
}

/**
 * A lower bound of the distance of two samples by their fine sums, in fine units; left as soon as it exceeds `limit`.
 * Saturates per lane.
 */
export function boundFinely(a: usize, b: usize, rowBytes: usize, limit: i32): i32 {
  let s0 = i16x8.splat(0), s1 = s0;
  const end = a + rowBytes, pairEnd = a + (rowBytes & ~31);
  while (a < pairEnd) {
    for (const runEnd = min(a + FINE_RUN, pairEnd); a < runEnd; a += 32, b += 32) {
      s0 = i16x8.add_sat_u(s0, i16x8.abs(i16x8.sub(v128.load(a), v128.load(b))));
      s1 = i16x8.add_sat_u(s1, i16x8.abs(i16x8.sub(v128.load(a, 16), v128.load(b, 16))));
    }
    const bound = total(s0, s1);
    if (bound > limit) return bound;
  }
  if (a < end) s0 = i16x8.add_sat_u(s0, i16x8.abs(i16x8.sub(v128.load(a), v128.load(b))));
  return total(s0, s1);
}

function total(s0: v128, s1: v128): i32 {
  return sumI32(i32x4.add(i32x4.extadd_pairwise_i16x8_u(s0), i32x4.extadd_pairwise_i16x8_u(s1)));
}
