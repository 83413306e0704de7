import { sumF32 } from '../lanes';

/**
 * Products of rows with the weights of every output, without the intercept, to `margins[row][output]`.
 *
 * Where the number of rows is odd, the last one is computed twice: there must be room for its double.
 *
 * @param stride - Bytes from row to row, and from output to output of the weights; a multiple of 32.
 */
export function marginsOf(
  rows: usize, count: i32, stride: usize, weights: usize, outputCount: i32, margins: usize, marginStride: usize,
): void {
  let output = 0;
  for (; output + 5 <= outputCount; output += 5) {
    const ownWeights = weights + (<usize>output) * stride;
    for (let row = 0; row < count; row += 2) {
      const first = rows + (<usize>row) * stride, second = row + 1 < count ? first + stride : first;
      const to = margins + (<usize>row) * marginStride + ((<usize>output) << 2);
      fiveMargins(first, second, stride, ownWeights, to, to + marginStride);
    }
  }
  for (; output < outputCount; output++) {
    const ownWeights = weights + (<usize>output) * stride;
    for (let row = 0; row < count; row += 2) {
      const first = rows + (<usize>row) * stride, second = row + 1 < count ? first + stride : first;
      const to = margins + (<usize>row) * marginStride + ((<usize>output) << 2);
      oneMargin(first, second, stride, ownWeights, to, to + marginStride);
    }
  }
}

/** Two rows by five outputs: as many sums as stay in registers. */
function fiveMargins(first: usize, second: usize, stride: usize, weights: usize, toFirst: usize, toSecond: usize): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, a4 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0;
  const w1 = weights + stride, w2 = w1 + stride, w3 = w2 + stride, w4 = w3 + stride;
  for (let at: usize = 0; at < stride; at += 16) {
    const x = v128.load(first + at), y = v128.load(second + at);
    let w = v128.load(weights + at);
    a0 = f32x4.add(a0, f32x4.mul(x, w));
    b0 = f32x4.add(b0, f32x4.mul(y, w));
    w = v128.load(w1 + at);
    a1 = f32x4.add(a1, f32x4.mul(x, w));
    b1 = f32x4.add(b1, f32x4.mul(y, w));
    w = v128.load(w2 + at);
    a2 = f32x4.add(a2, f32x4.mul(x, w));
    b2 = f32x4.add(b2, f32x4.mul(y, w));
    w = v128.load(w3 + at);
    a3 = f32x4.add(a3, f32x4.mul(x, w));
    b3 = f32x4.add(b3, f32x4.mul(y, w));
    w = v128.load(w4 + at);
    a4 = f32x4.add(a4, f32x4.mul(x, w));
    b4 = f32x4.add(b4, f32x4.mul(y, w));
  }
  store<f32>(toFirst, sumF32(a0));
  store<f32>(toFirst, sumF32(a1), 4);
  store<f32>(toFirst, sumF32(a2), 8);
  store<f32>(toFirst, sumF32(a3), 12);
  store<f32>(toFirst, sumF32(a4), 16);
  store<f32>(toSecond, sumF32(b0));
  store<f32>(toSecond, sumF32(b1), 4);
  store<f32>(toSecond, sumF32(b2), 8);
  store<f32>(toSecond, sumF32(b3), 12);
  store<f32>(toSecond, sumF32(b4), 16);
}

function oneMargin(first: usize, second: usize, stride: usize, weights: usize, toFirst: usize, toSecond: usize): void {
  let a0 = f32x4.splat(0), a1 = a0, b0 = a0, b1 = a0;
  for (let at: usize = 0; at < stride; at += 32) {
    const w0 = v128.load(weights + at), w1 = v128.load(weights + at, 16);
    a0 = f32x4.add(a0, f32x4.mul(v128.load(first + at), w0));
    a1 = f32x4.add(a1, f32x4.mul(v128.load(first + at, 16), w1));
    b0 = f32x4.add(b0, f32x4.mul(v128.load(second + at), w0));
    b1 = f32x4.add(b1, f32x4.mul(v128.load(second + at, 16), w1));
  }
  store<f32>(toFirst, sumF32(f32x4.add(a0, a1)));
  store<f32>(toSecond, sumF32(f32x4.add(b0, b1)));
}
