import { vectorBytes } from '../lanes';
import { multiplyAdd } from '../multiply-add';

/** Rows whose mean the values of a part are taken from, lest squares of large means cancel. */
const SHIFT_ROWS: i32 = 16;

/**
 * The mean of each channel over each part of the rows, and the sum of the squared distances from it. Items are parts.
 *
 * @param partials - Of each part, means and then sums of squares, with room for whole vectors of channels.
 */
export function momentsOfParts(
  x: usize,
  partials: usize,
  rows: i32,
  rowsPerPart: i32,
  channels: i32,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>channels) << 2;
  const spanBytes = vectorBytes(channels);
  for (let part = begin; part < end; part++) {
    const firstRow = part * rowsPerPart;
    const count = min(rowsPerPart, rows - firstRow);
    const from = x + <usize>firstRow * rowBytes;
    const to = partials + <usize>part * (spanBytes << 1);
    let c: usize = 0;
    for (; c + 32 <= spanBytes; c += 32)
      momentsOfEight(from + c, rowBytes, count, to + c, to + spanBytes + c);
    if (c < spanBytes) momentsOfFour(from + c, rowBytes, count, to + c, to + spanBytes + c);
  }
}

function momentsOfFour(from: usize, rowBytes: usize, count: i32, means: usize, squares: usize): void {
  const shift = meanOfFirst(from, rowBytes, count);
  let sum = f32x4.splat(0);
  let square = f32x4.splat(0);
  const byteLength = <usize>count * rowBytes;
  for (let at: usize = 0; at < byteLength; at += rowBytes) {
    const d = f32x4.sub(v128.load(from + at), shift);
    sum = f32x4.add(sum, d);
    square = multiplyAdd(d, d, square);
  }
  storeMoments(shift, sum, square, count, means, squares);
}

function momentsOfEight(from: usize, rowBytes: usize, count: i32, means: usize, squares: usize): void {
  const shiftA = meanOfFirst(from, rowBytes, count);
  const shiftB = meanOfFirst(from + 16, rowBytes, count);
  let sumA = f32x4.splat(0);
  let sumB = f32x4.splat(0);
  let squareA = f32x4.splat(0);
  let squareB = f32x4.splat(0);
  const byteLength = <usize>count * rowBytes;
  for (let at: usize = 0; at < byteLength; at += rowBytes) {
    const a = f32x4.sub(v128.load(from + at), shiftA);
    const b = f32x4.sub(v128.load(from + at, 16), shiftB);
    sumA = f32x4.add(sumA, a);
    sumB = f32x4.add(sumB, b);
    squareA = multiplyAdd(a, a, squareA);
    squareB = multiplyAdd(b, b, squareB);
  }
  storeMoments(shiftA, sumA, squareA, count, means, squares);
  storeMoments(shiftB, sumB, squareB, count, means + 16, squares + 16);
}

function meanOfFirst(from: usize, rowBytes: usize, count: i32): v128 {
  const rows = min(SHIFT_ROWS, count);
  let sum = f32x4.splat(0);
  for (let row = 0; row < rows; row++) sum = f32x4.add(sum, v128.load(from + <usize>row * rowBytes));
  return f32x4.mul(sum, f32x4.splat(<f32>1 / <f32>rows));
}

// @ts-ignore: decorator
@inline
export function storeMoments(
  shift: v128,
  sum: v128,
  square: v128,
  count: i32,
  means: usize,
  squares: usize,
): void {
  const distance = f32x4.mul(sum, f32x4.splat(<f32>1 / <f32>count));
  v128.store(means, f32x4.add(shift, distance));
  v128.store(squares, f32x4.sub(square, f32x4.mul(distance, sum)));
}

/** Mean and biased variance of channels from those of the parts, after Chan, Golub and LeVeque. Items are channels. */
export function momentsOfChannels(
  partials: usize,
  mean: usize,
  variance: usize,
  rows: i32,
  rowsPerPart: i32,
  channels: i32,
  begin: i32,
  end: i32,
): void {
  const spanBytes = vectorBytes(channels);
  for (let c = begin; c < end; c++) {
    const from = partials + ((<usize>c) << 2);
    let sum: f64 = 0;
    let at = from;
    for (let row = 0; row < rows; row += rowsPerPart, at += spanBytes << 1)
      sum += <f64>load<f32>(at) * <f64>min(rowsPerPart, rows - row);
    const center = sum / <f64>rows;
    let square: f64 = 0;
    at = from;
    for (let row = 0; row < rows; row += rowsPerPart, at += spanBytes << 1) {
      const distance = <f64>load<f32>(at) - center;
      square += <f64>load<f32>(at + spanBytes) + distance * distance * <f64>min(rowsPerPart, rows - row);
    }
    store<f32>(mean + ((<usize>c) << 2), <f32>center);
    store<f32>(variance + ((<usize>c) << 2), <f32>(square / <f64>rows));
  }
}
