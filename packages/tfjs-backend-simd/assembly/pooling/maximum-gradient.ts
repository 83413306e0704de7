import { storeLanes } from '../lanes';

/**
 * Adds the gradient of each window's maximum to the first value that is one, row by row; NaN is none. Items are images.
 */
export function maxPoolGradient(
  dy: usize,
  x: usize,
  dx: usize,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  padTop: i32,
  padLeft: i32,
  begin: i32,
  end: i32,
): void {
  const pixelBytes = (<usize>channels) << 2;
  const rowBytes = <usize>width * pixelBytes;
  const imageBytes = <usize>height * rowBytes;
  const isTiled =
    windowHeight == 2 &&
    windowWidth == 2 &&
    strideHeight == 2 &&
    strideWidth == 2 &&
    padTop == 0 &&
    padLeft == 0;
  const isCovered = isTiled && outHeight * 2 == height && outWidth * 2 == width;
  let gradient = dy + <usize>begin * <usize>(outHeight * outWidth) * pixelBytes;
  for (let image = begin; image < end; image++) {
    const start = <usize>image * imageBytes;
    if (!isCovered) memory.fill(dx + start, 0, imageBytes);
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const corner = outRow * strideHeight - padTop;
      const top = max(0, corner);
      const rows = min(height, corner + windowHeight) - top;
      for (let outColumn = 0; outColumn < outWidth; outColumn++, gradient += pixelBytes) {
        const left = max(0, outColumn * strideWidth - padLeft);
        const columns = min(width, outColumn * strideWidth - padLeft + windowWidth) - left;
        const at = start + <usize>top * rowBytes + <usize>left * pixelBytes;
        if (isTiled && rows == 2 && columns == 2)
          setTwoByTwo(gradient, x + at, dx + at, channels, rowBytes, pixelBytes);
        else addToMaxima(gradient, x + at, dx + at, channels, rowBytes, pixelBytes, rows, columns);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
export function setTwoByTwo(
  dy: usize,
  x: usize,
  dx: usize,
  channels: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  for (let c = 0; c < channels; c += 4) {
    const at = (<usize>c) << 2;
    const from = x + at;
    const a = v128.load(from);
    const b = v128.load(from + pixelBytes);
    const d = v128.load(from + rowBytes);
    const e = v128.load(from + rowBytes + pixelBytes);
    let highest = f32x4.splat(-Infinity);
    const isA = f32x4.gt(a, highest);
    highest = f32x4.pmax(highest, a);
    const isB = f32x4.gt(b, highest);
    highest = f32x4.pmax(highest, b);
    const isD = f32x4.gt(d, highest);
    highest = f32x4.pmax(highest, d);
    const isE = f32x4.gt(e, highest);
    let rest = v128.load(dy + at);
    const to = dx + at;
    storeLanes(to + rowBytes + pixelBytes, v128.and(rest, isE), channels - c);
    rest = v128.andnot(rest, isE);
    storeLanes(to + rowBytes, v128.and(rest, isD), channels - c);
    rest = v128.andnot(rest, isD);
    storeLanes(to + pixelBytes, v128.and(rest, isB), channels - c);
    storeLanes(to, v128.and(v128.andnot(rest, isB), isA), channels - c);
  }
}

function addToMaxima(
  dy: usize,
  x: usize,
  dx: usize,
  channels: i32,
  rowBytes: usize,
  pixelBytes: usize,
  rows: i32,
  columns: i32,
): void {
  for (let c = 0; c < channels; c += 4) {
    const channel = (<usize>c) << 2;
    const first = firstMaxima(x + channel, rowBytes, pixelBytes, rows, columns);
    const gradient = v128.load(dy + channel);
    let place = 0;
    for (let row = 0; row < rows; row++) {
      let to = dx + <usize>row * rowBytes + channel;
      for (let column = 0; column < columns; column++, to += pixelBytes, place++) {
        const share = v128.and(gradient, i32x4.eq(first, i32x4.splat(place)));
        storeLanes(to, f32x4.add(v128.load(to), share), channels - c);
      }
    }
  }
}

/** The number of the first maximum in a window, -1 where nothing is above -Infinity. */
// @ts-ignore: decorator
@inline
export function firstMaxima(x: usize, rowBytes: usize, pixelBytes: usize, rows: i32, columns: i32): v128 {
  let highest = f32x4.splat(-Infinity);
  let first = i32x4.splat(-1);
  let place = 0;
  for (let row = 0; row < rows; row++) {
    let at = x + <usize>row * rowBytes;
    for (let column = 0; column < columns; column++, at += pixelBytes, place++) {
      const values = v128.load(at);
      const isHigher = f32x4.gt(values, highest);
      highest = f32x4.pmax(highest, values);
      first = v128.bitselect(i32x4.splat(place), first, isHigher);
    }
  }
  return first;
}
