/** Four complex numbers side by side: their real parts, then their imaginary parts. */
export const ROW_BYTES: usize = 32;

const IMAGINARY: usize = 16;

const SQRT_3_4: f32 = 0.8660254037844386;

/**
 * Transforms a strip, four signals side by side, and returns which of the two buffers holds the result.
 * Stockham's way: each step folds `length` into `length / radix` and leaves the numbers in order.
 */
export function transformStrip(size: i32, source: usize, ping: usize, pong: usize, twiddles: usize): usize {
  let from = source;
  let to = ping;
  let stride = 1;
  for (let length = size; length > 1; ) {
    if ((length & 3) == 0) {
      foldBy4(length, stride, from, to, twiddles);
      length >>= 2;
      stride <<= 2;
    } else if ((length & 1) == 0) {
      foldBy2(length, stride, from, to, twiddles);
      length >>= 1;
      stride <<= 1;
    } else {
      foldBy3(length, stride, from, to, twiddles);
      length /= 3;
      stride *= 3;
    }
    from = to;
    to = from == ping ? pong : ping;
  }
  return from;
}

function foldBy4(length: i32, stride: i32, from: usize, to: usize, twiddles: usize): void {
  const quarter = length >> 2;
  const hop = <usize>(stride * quarter) * ROW_BYTES;
  const run = <usize>stride * ROW_BYTES;
  for (let p = 0; p < quarter; p++) {
    const turn1 = twiddle(twiddles, p * stride);
    const turn2 = twiddle(twiddles, 2 * p * stride);
    const turn3 = twiddle(twiddles, 3 * p * stride);
    const re1 = v128.load32_splat(turn1);
    const im1 = v128.load32_splat(turn1, 4);
    const re2 = v128.load32_splat(turn2);
    const im2 = v128.load32_splat(turn2, 4);
    const re3 = v128.load32_splat(turn3);
    const im3 = v128.load32_splat(turn3, 4);
    let a = from + <usize>p * run;
    let y = to + 4 * <usize>p * run;
    for (const end = a + run; a < end; a += ROW_BYTES, y += ROW_BYTES) {
      const b = a + hop;
      const c = b + hop;
      const d = c + hop;
      const sumReAC = f32x4.add(v128.load(a), v128.load(c));
      const sumImAC = f32x4.add(v128.load(a, IMAGINARY), v128.load(c, IMAGINARY));
      const difReAC = f32x4.sub(v128.load(a), v128.load(c));
      const difImAC = f32x4.sub(v128.load(a, IMAGINARY), v128.load(c, IMAGINARY));
      const sumReBD = f32x4.add(v128.load(b), v128.load(d));
      const sumImBD = f32x4.add(v128.load(b, IMAGINARY), v128.load(d, IMAGINARY));
      const difReBD = f32x4.sub(v128.load(b), v128.load(d));
      const difImBD = f32x4.sub(v128.load(b, IMAGINARY), v128.load(d, IMAGINARY));
      storeRow(y, f32x4.add(sumReAC, sumReBD), f32x4.add(sumImAC, sumImBD));
      storeTurned(y + run, f32x4.add(difReAC, difImBD), f32x4.sub(difImAC, difReBD), re1, im1);
      storeTurned(y + 2 * run, f32x4.sub(sumReAC, sumReBD), f32x4.sub(sumImAC, sumImBD), re2, im2);
      storeTurned(y + 3 * run, f32x4.sub(difReAC, difImBD), f32x4.add(difImAC, difReBD), re3, im3);
    }
  }
}

function foldBy3(length: i32, stride: i32, from: usize, to: usize, twiddles: usize): void {
  const third = length / 3;
  const hop = <usize>(stride * third) * ROW_BYTES;
  const run = <usize>stride * ROW_BYTES;
  const half = f32x4.splat(0.5);
  const height = f32x4.splat(SQRT_3_4);
  for (let p = 0; p < third; p++) {
    const turn1 = twiddle(twiddles, p * stride);
    const turn2 = twiddle(twiddles, 2 * p * stride);
    const re1 = v128.load32_splat(turn1);
    const im1 = v128.load32_splat(turn1, 4);
    const re2 = v128.load32_splat(turn2);
    const im2 = v128.load32_splat(turn2, 4);
    let a = from + <usize>p * run;
    let y = to + 3 * <usize>p * run;
    for (const end = a + run; a < end; a += ROW_BYTES, y += ROW_BYTES) {
      const b = a + hop;
      const c = b + hop;
      const sumRe = f32x4.add(v128.load(b), v128.load(c));
      const sumIm = f32x4.add(v128.load(b, IMAGINARY), v128.load(c, IMAGINARY));
      const midRe = f32x4.sub(v128.load(a), f32x4.mul(sumRe, half));
      const midIm = f32x4.sub(v128.load(a, IMAGINARY), f32x4.mul(sumIm, half));
      const difRe = f32x4.mul(height, f32x4.sub(v128.load(b, IMAGINARY), v128.load(c, IMAGINARY)));
      const difIm = f32x4.mul(height, f32x4.sub(v128.load(c), v128.load(b)));
      storeRow(y, f32x4.add(v128.load(a), sumRe), f32x4.add(v128.load(a, IMAGINARY), sumIm));
      storeTurned(y + run, f32x4.add(midRe, difRe), f32x4.add(midIm, difIm), re1, im1);
      storeTurned(y + 2 * run, f32x4.sub(midRe, difRe), f32x4.sub(midIm, difIm), re2, im2);
    }
  }
}

function foldBy2(length: i32, stride: i32, from: usize, to: usize, twiddles: usize): void {
  const half = length >> 1;
  const hop = <usize>(stride * half) * ROW_BYTES;
  const run = <usize>stride * ROW_BYTES;
  for (let p = 0; p < half; p++) {
    const turn = twiddle(twiddles, p * stride);
    const re = v128.load32_splat(turn);
    const im = v128.load32_splat(turn, 4);
    let a = from + <usize>p * run;
    let y = to + 2 * <usize>p * run;
    for (const end = a + run; a < end; a += ROW_BYTES, y += ROW_BYTES) {
      const aRe = v128.load(a);
      const aIm = v128.load(a, IMAGINARY);
      const bRe = v128.load(a + hop);
      const bIm = v128.load(a + hop, IMAGINARY);
      storeRow(y, f32x4.add(aRe, bRe), f32x4.add(aIm, bIm));
      storeTurned(y + run, f32x4.sub(aRe, bRe), f32x4.sub(aIm, bIm), re, im);
    }
  }
}

function twiddle(twiddles: usize, index: i32): usize {
  return twiddles + ((<usize>index) << 3);
}

export function storeRow(to: usize, re: v128, im: v128): void {
  v128.store(to, re);
  v128.store(to, im, IMAGINARY);
}

function storeTurned(to: usize, re: v128, im: v128, turnRe: v128, turnIm: v128): void {
  v128.store(to, f32x4.sub(f32x4.mul(re, turnRe), f32x4.mul(im, turnIm)));
  v128.store(to, f32x4.add(f32x4.mul(re, turnIm), f32x4.mul(im, turnRe)), IMAGINARY);
}
