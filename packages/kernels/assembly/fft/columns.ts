import { scratch } from '../scratch';
import { ROW_BYTES, storeRow, transformStrip } from './strip';
import { storeTransposed } from './transpose';

/**
 * Transforms the columns of a real field, zero beyond its `side` rows, and transposes: item `i` is columns `8 i` to
 * `8 i + 7`, two strips that travel as the real and the imaginary part of one. Frequencies above `size / 2` mirror
 * those below and are left out.
 */
export function fftColumns(
  size: i32,
  side: i32,
  field: usize,
  panels: usize,
  twiddles: usize,
  begin: i32,
  end: i32,
): void {
  const strip = scratch;
  const bytes = <usize>size * ROW_BYTES;
  const fieldRow = (<usize>side) << 2;
  for (let item = begin; item < end; item++) {
    let from = field + ((<usize>item) << 5);
    for (let row = 0; row < side; row++, from += fieldRow)
      storeRow(strip + <usize>row * ROW_BYTES, v128.load(from), v128.load(from, 16));
    memory.fill(strip + <usize>side * ROW_BYTES, 0, <usize>(size - side) * ROW_BYTES);
    const spectrum = transformStrip(size, strip, strip + bytes, strip, twiddles);
    for (let k = 0; k <= size >> 1; k += 4)
      splitStrips(size, spectrum, k, panels + <usize>((k >> 2) * side + (item << 3)) * ROW_BYTES);
  }
}

/** Takes frequencies `k` to `k + 3` of two real strips apart, and lays them down as rows of a panel. */
function splitStrips(size: i32, spectrum: usize, k: i32, to: usize): void {
  const row0 = spectrum + <usize>k * ROW_BYTES;
  const row1 = row0 + ROW_BYTES;
  const row2 = row1 + ROW_BYTES;
  const row3 = row2 + ROW_BYTES;
  const mirror0 = spectrum + <usize>(k == 0 ? 0 : size - k) * ROW_BYTES;
  const mirror1 = spectrum + <usize>(size - k - 1) * ROW_BYTES;
  const mirror2 = mirror1 - ROW_BYTES;
  const mirror3 = mirror2 - ROW_BYTES;
  const next = to + 4 * ROW_BYTES;
  storeTransposed(
    to,
    halfSum(row0, mirror0),
    halfSum(row1, mirror1),
    halfSum(row2, mirror2),
    halfSum(row3, mirror3),
  );
  storeTransposed(
    to + 16,
    halfDifference(row0 + 16, mirror0 + 16),
    halfDifference(row1 + 16, mirror1 + 16),
    halfDifference(row2 + 16, mirror2 + 16),
    halfDifference(row3 + 16, mirror3 + 16),
  );
  storeTransposed(
    next,
    halfSum(row0 + 16, mirror0 + 16),
    halfSum(row1 + 16, mirror1 + 16),
    halfSum(row2 + 16, mirror2 + 16),
    halfSum(row3 + 16, mirror3 + 16),
  );
  storeTransposed(
    next + 16,
    halfDifference(mirror0, row0),
    halfDifference(mirror1, row1),
    halfDifference(mirror2, row2),
    halfDifference(mirror3, row3),
  );
}

/**
 * Transforms columns that come as panels of swapped numbers (imaginary part first), which is the inverse transform
 * without its factor, and writes the first `side` rows as two real fields. Item `i` is columns `4 i` to `4 i + 3`.
 */
export function fftInverseColumns(
  size: i32,
  side: i32,
  panels: usize,
  realField: usize,
  imaginaryField: usize,
  twiddles: usize,
  begin: i32,
  end: i32,
): void {
  const bytes = <usize>size * ROW_BYTES;
  const fieldRow = (<usize>side) << 2;
  for (let item = begin; item < end; item++) {
    const strip = panels + <usize>item * bytes;
    let row = transformStrip(size, strip, scratch, scratch + bytes, twiddles);
    const last = row + <usize>side * ROW_BYTES;
    for (let at = (<usize>item) << 4; row < last; row += ROW_BYTES, at += fieldRow) {
      v128.store(imaginaryField + at, v128.load(row));
      v128.store(realField + at, v128.load(row, 16));
    }
  }
}

function halfSum(a: usize, b: usize): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.add(v128.load(a), v128.load(b)));
}

function halfDifference(a: usize, b: usize): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.sub(v128.load(a), v128.load(b)));
}
