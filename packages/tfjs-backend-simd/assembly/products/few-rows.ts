import { multiplyAdd } from '../multiply-add';
import { scratch } from '../scratch';
import { activate } from './activate';
import { storeSome } from './finish-tile';

/** Bytes of a row's sums: a block is at most 256 columns wide. */
const ROW_BYTES: usize = 1024;

/**
 * Products of a few rows with a matrix, plus bias, activated: the matrix is read once, as it lies. Value `k` of row `i` is
 * at `left + i * rowBytes + k * stepBytes`. Items are blocks of `blockColumns`, at most 256, of one product after the
 * other; `offsets` is that of `multiplyMatrices`.
 */
export function multiplyFewRows(
  left: usize, rowBytes: usize, stepBytes: usize, right: usize, offsets: usize,
  rowCount: i32, inner: i32, columnCount: i32, product: usize, bias: usize, activation: i32, slope: f32,
  blockColumns: i32, begin: i32, end: i32,
): void {
  const across = (columnCount + blockColumns - 1) / blockColumns;
  const columnBytes = (<usize>columnCount) << 2;
  for (let item = begin; item < end; item++) {
    const column = (item % across) * blockColumns;
    const width = min(blockColumns, columnCount - column);
    const matrix = item / across;
    const pair = offsets + ((<usize>matrix) << 3);
    memory.fill(scratch, 0, <usize>rowCount * ROW_BYTES);
    let rows = left + load<u32>(pair);
    let from = right + load<u32>(pair, 4) + ((<usize>column) << 2);
    let k = 0;
    for (; k + 4 <= inner; k += 4) {
      addFour(rows, rowBytes, stepBytes, from, columnBytes, rowCount, width);
      rows += 4 * stepBytes;
      from += 4 * columnBytes;
    }
    for (; k < inner; k++) {
      addOne(rows, rowBytes, from, rowCount, width);
      rows += stepBytes;
      from += columnBytes;
    }
    const to = product + <usize>matrix * <usize>rowCount * columnBytes + ((<usize>column) << 2);
    const columnBias: usize = bias === 0 ? 0 : bias + ((<usize>column) << 2);
    for (let row = 0; row < rowCount; row++)
      finishRow(scratch + <usize>row * ROW_BYTES, to + <usize>row * columnBytes, width, columnBias, activation, slope);
  }
}

function addFour(
  rows: usize, rowBytes: usize, stepBytes: usize, from: usize, columnBytes: usize, rowCount: i32, width: i32,
): void {
  for (let row = 0; row < rowCount; row++) {
    const a = v128.load_splat<f32>(rows), b = v128.load_splat<f32>(rows + stepBytes);
    const c = v128.load_splat<f32>(rows + 2 * stepBytes), d = v128.load_splat<f32>(rows + 3 * stepBytes);
    let at = from;
    let sums = scratch + <usize>row * ROW_BYTES;
    for (let column = 0; column < width; column += 4) {
      let sum = multiplyAdd(a, v128.load(at), v128.load(sums));
      sum = multiplyAdd(b, v128.load(at + columnBytes), sum);
      sum = multiplyAdd(c, v128.load(at + 2 * columnBytes), sum);
      v128.store(sums, multiplyAdd(d, v128.load(at + 3 * columnBytes), sum));
      at += 16;
      sums += 16;
    }
    rows += rowBytes;
  }
}

function addOne(rows: usize, rowBytes: usize, from: usize, rowCount: i32, width: i32): void {
  for (let row = 0; row < rowCount; row++) {
    const a = v128.load_splat<f32>(rows);
    const sums = scratch + <usize>row * ROW_BYTES;
    for (let offset: usize = 0; offset < (<usize>width) << 2; offset += 16)
      v128.store(sums + offset, multiplyAdd(a, v128.load(from + offset), v128.load(sums + offset)));
    rows += rowBytes;
  }
}

function finishRow(sums: usize, to: usize, width: i32, bias: usize, activation: i32, slope: f32): void {
  for (let column = 0; column < width; column += 4) {
    const offset = (<usize>column) << 2;
    let value = v128.load(sums + offset);
    if (bias !== 0) value = f32x4.add(value, v128.load(bias + offset));
    value = activate(value, activation, slope);
    if (column + 4 <= width) v128.store(to + offset, value);
    else storeSome(to + offset, value, width - column);
  }
}
