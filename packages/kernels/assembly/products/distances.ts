import { scratch } from '../scratch';
import { differDoubles } from './double-tiles';
import { differPairs } from './pair-tiles';

const BLOCK_ROWS = 32;
/** The sum of 4,096 squares below 2 * 255 * 255 stays below 2^31. */
const PAIR_RUN = 2048;
const FLOAT_RUN = 256;
const TILE_BYTES = 128;

/** Rows of bytes as panels of eight, `[ceil(rowCount / 8)][ceil(featureCount / 2)][8][2]` int16, filled up with zeros. */
export function packRowsOfBytes(
  rows: usize, rowCount: i32, featureCount: i32, panels: usize, begin: i32, end: i32,
): void {
  const pairCount = (featureCount + 1) >> 1;
  for (let panel = begin; panel < end; panel++) {
    const to = panels + (((<usize>panel) * (<usize>pairCount)) << 5);
    for (let row = 0; row < 8; row++) {
      const at = to + ((<usize>row) << 2);
      if (panel * 8 + row < rowCount)
        spreadPairs(rows + (<usize>(panel * 8 + row)) * (<usize>featureCount), featureCount, at, 32);
      else for (let pair: usize = 0; pair < <usize>pairCount; pair++) store<i32>(at + (pair << 5), 0);
    }
  }
}

/** The squared distances of rows of bytes to packed rows: whole numbers, exact. */
export function squaredDistancesOfBytes(
  rows: usize, featureCount: i32, panels: usize, packedCount: i32, distances: usize, begin: i32, end: i32,
): void {
  const pairCount = (featureCount + 1) >> 1;
  const distanceBytes = (<usize>packedCount) << 3;
  for (let row = begin; row < end; row += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, end - row);
    const to = distances + (<usize>row) * distanceBytes;
    memory.fill(to, 0, (<usize>count) * distanceBytes);
    for (let pair = 0; pair < pairCount; pair += PAIR_RUN) {
      const length = min(PAIR_RUN, pairCount - pair);
      const quadBytes = (<usize>length) << 4;
      const features = min(length << 1, featureCount - (pair << 1));
      for (let i = 0; i < ((count + 3) & ~3); i++) {
        const from = rows + (<usize>(row + min(i, count - 1))) * (<usize>featureCount) + ((<usize>pair) << 1);
        spreadPairs(from, features, scratch + TILE_BYTES + (<usize>(i >> 2)) * quadBytes + ((<usize>(i & 3)) << 2), 16);
      }
      for (let column = 0; column < packedCount; column += 8) {
        const right = panels + (((<usize>(column >> 3)) * (<usize>pairCount) + (<usize>pair)) << 5);
        for (let i = 0; i < count; i += 4) {
          differPairs(scratch + TILE_BYTES + (<usize>(i >> 2)) * quadBytes, 16, right, length, scratch);
          addIntegers(to + (<usize>i) * distanceBytes + ((<usize>column) << 3), distanceBytes, min(4, count - i), min(8, packedCount - column));
        }
      }
    }
  }
}

/** Rows of float32 as panels of four, `[ceil(rowCount / 4)][featureCount][4]` float64, filled up with zeros. */
export function packRowsOfFloats(
  rows: usize, rowCount: i32, featureCount: i32, panels: usize, begin: i32, end: i32,
): void {
  for (let panel = begin; panel < end; panel++) {
    const to = panels + (((<usize>panel) * (<usize>featureCount)) << 5);
    for (let row = 0; row < 4; row++) {
      const at = to + ((<usize>row) << 3);
      if (panel * 4 + row < rowCount)
        spreadFloats(rows + (((<usize>(panel * 4 + row)) * (<usize>featureCount)) << 2), featureCount, at);
      else for (let k: usize = 0; k < <usize>featureCount; k++) store<f64>(at + (k << 5), 0);
    }
  }
}

/** The squared distances of rows of float32 to packed rows, summed in float64: runs of 256 features, then their sums. */
export function squaredDistancesOfFloats(
  rows: usize, featureCount: i32, panels: usize, packedCount: i32, distances: usize, begin: i32, end: i32,
): void {
  const distanceBytes = (<usize>packedCount) << 3;
  for (let row = begin; row < end; row += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, end - row);
    const to = distances + (<usize>row) * distanceBytes;
    memory.fill(to, 0, (<usize>count) * distanceBytes);
    for (let k = 0; k < featureCount; k += FLOAT_RUN) {
      const length = min(FLOAT_RUN, featureCount - k);
      const quadBytes = (<usize>length) << 5;
      for (let i = 0; i < ((count + 3) & ~3); i++) {
        const from = rows + (((<usize>(row + min(i, count - 1))) * (<usize>featureCount) + (<usize>k)) << 2);
        spreadFloats(from, length, scratch + TILE_BYTES + (<usize>(i >> 2)) * quadBytes + ((<usize>(i & 3)) << 3));
      }
      for (let column = 0; column < packedCount; column += 4) {
        const right = panels + (((<usize>(column >> 2)) * (<usize>featureCount) + (<usize>k)) << 5);
        for (let i = 0; i < count; i += 4) {
          differDoubles(scratch + TILE_BYTES + (<usize>(i >> 2)) * quadBytes, right, length, scratch);
          addDoubles(to + (<usize>i) * distanceBytes + ((<usize>column) << 3), distanceBytes, min(4, count - i), min(4, packedCount - column));
        }
      }
    }
  }
}

/** One row of bytes as pairs of int16, `step` bytes apart. */
function spreadPairs(from: usize, featureCount: i32, to: usize, step: usize): void {
  const end = from + <usize>(featureCount & ~1);
  while (from < end) {
    store<i32>(to, <i32>load<u8>(from) | ((<i32>load<u8>(from, 1)) << 16));
    from += 2;
    to += step;
  }
  if (featureCount & 1) store<i32>(to, <i32>load<u8>(from));
}

function spreadFloats(from: usize, featureCount: i32, to: usize): void {
  for (let k: usize = 0; k < <usize>featureCount; k++) store<f64>(to + (k << 5), <f64>load<f32>(from + (k << 2)));
}

function addIntegers(to: usize, rowBytes: usize, height: i32, width: i32): void {
  for (let row: usize = 0; row < <usize>height; row++) {
    for (let column: usize = 0; column < <usize>width; column++) {
      const at = to + row * rowBytes + (column << 3);
      store<f64>(at, load<f64>(at) + <f64>load<i32>(scratch + (row << 5) + (column << 2)));
    }
  }
}

function addDoubles(to: usize, rowBytes: usize, height: i32, width: i32): void {
  for (let row: usize = 0; row < <usize>height; row++) {
    for (let column: usize = 0; column < <usize>width; column++) {
      const at = to + row * rowBytes + (column << 3);
      store<f64>(at, load<f64>(at) + load<f64>(scratch + (row << 5) + (column << 3)));
    }
  }
}
