import { multiplyPairs } from '../products/pair-tiles';
import { scratch } from '../scratch';

/**
 * Rows of bytes as panels of eight features, `[ceil(featureCount / 8)][pairCount][8][2]` int16, two rows side by side.
 * Items are pairs of rows; a missing row and missing features count as zeros.
 */
export function packSamplePairs(
  samples: usize, rowCount: i32, featureCount: i32, panels: usize, begin: i32, end: i32,
): void {
  const pairCount = (rowCount + 1) >> 1;
  const panelBytes = (<usize>pairCount) << 5;
  const vectorEnd = featureCount & ~15;
  for (let feature = 0; feature < vectorEnd; feature += 16) {
    let to = panels + (<usize>(feature >> 3)) * panelBytes + ((<usize>begin) << 5);
    for (let pair = begin; pair < end; pair++, to += 32) {
      const at = samples + (<usize>(2 * pair)) * (<usize>featureCount) + (<usize>feature);
      const first = v128.load(at);
      const second = 2 * pair + 1 < rowCount ? v128.load(at + <usize>featureCount) : i8x16.splat(0);
      storeEight(to, v128.shuffle<i8>(first, second, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
      storeEight(to + panelBytes, v128.shuffle<i8>(first, second, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
    }
  }
  for (let feature = vectorEnd; feature < ((featureCount + 7) & ~7); feature++) {
    let to = panels + (<usize>(feature >> 3)) * panelBytes + ((<usize>begin) << 5) + ((<usize>(feature & 7)) << 2);
    for (let pair = begin; pair < end; pair++, to += 32) {
      const at = samples + (<usize>(2 * pair)) * (<usize>featureCount) + (<usize>feature);
      const isThere = feature < featureCount;
      const first = isThere ? <i32>load<u8>(at) : 0;
      const second = isThere && 2 * pair + 1 < rowCount ? <i32>load<u8>(at + <usize>featureCount) : 0;
      store<i32>(to, first | (second << 16));
    }
  }
}

function storeEight(to: usize, pairs: v128): void {
  v128.store(to, i16x8.extend_low_i8x16_u(pairs));
  v128.store(to, i16x8.extend_high_i8x16_u(pairs), 16);
}

/** Adds the products of every panel with itself and the panels behind it. Items are panels. */
export function addByteProducts(
  panels: usize, panelCount: i32, pairCount: i32, products: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>pairCount) << 5;
  const rowBytes = (<usize>panelCount) << 6;
  for (let panel = begin; panel < end; panel++) {
    const left = panels + (<usize>panel) * panelBytes;
    for (let other = panel; other < panelCount; other++) {
      const right = panels + (<usize>other) * panelBytes;
      const to = products + (<usize>(8 * panel)) * rowBytes + ((<usize>other) << 6);
      multiplyPairs(left, 32, right, pairCount, scratch);
      addIntegerTile(to, rowBytes);
      multiplyPairs(left + 16, 32, right, pairCount, scratch);
      addIntegerTile(to + 4 * rowBytes, rowBytes);
    }
  }
}

function addIntegerTile(to: usize, rowBytes: usize): void {
  for (let tile = scratch; tile < scratch + 128; tile += 32, to += rowBytes) {
    const first = v128.load(tile), second = v128.load(tile, 16);
    addFour(to, first);
    addFour(to + 32, second);
  }
}

function addFour(to: usize, integers: v128): void {
  const high = v128.shuffle<i64>(integers, integers, 1, 1);
  v128.store(to, f64x2.add(v128.load(to), f64x2.convert_low_i32x4_s(integers)));
  v128.store(to, f64x2.add(v128.load(to, 16), f64x2.convert_low_i32x4_s(high)), 16);
}

/** Adds the sums of the eight features of a panel. Items are panels. */
export function addByteSums(panels: usize, pairCount: i32, sums: usize, begin: i32, end: i32): void {
  const ones = i16x8.splat(1);
  for (let panel = begin; panel < end; panel++) {
    let first = i32x4.splat(0), second = first;
    let from = panels + (((<usize>panel) * (<usize>pairCount)) << 5);
    for (let pair = 0; pair < pairCount; pair++, from += 32) {
      first = i32x4.add(first, i32x4.dot_i16x8_s(v128.load(from), ones));
      second = i32x4.add(second, i32x4.dot_i16x8_s(v128.load(from, 16), ones));
    }
    const to = sums + ((<usize>panel) << 6);
    addFour(to, first);
    addFour(to + 32, second);
  }
}
