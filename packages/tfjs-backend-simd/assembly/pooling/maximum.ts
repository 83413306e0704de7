import { storeLanes } from '../lanes';

/** The largest value in each window, channel by channel; NaN never counts. Items are rows of the output. */
export function maxPool(
  x: usize,
  y: usize,
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
  for (let row = begin; row < end; row++) {
    const image = x + <usize>(row / outHeight) * <usize>height * rowBytes;
    const corner = (row % outHeight) * strideHeight - padTop;
    const top = max(0, corner);
    const rows = min(height, corner + windowHeight) - top;
    let to = y + <usize>row * <usize>outWidth * pixelBytes;
    for (let column = 0; column < outWidth; column++, to += pixelBytes) {
      const left = max(0, column * strideWidth - padLeft);
      const columns = min(width, column * strideWidth - padLeft + windowWidth) - left;
      const from = image + <usize>top * rowBytes + <usize>left * pixelBytes;
      if (rows == 2 && columns == 2) maximaOfTwoByTwo(from, to, channels, rowBytes, pixelBytes);
      else maxima(from, to, channels, rowBytes, pixelBytes, rows, columns);
    }
  }
}

// @ts-ignore: decorator
@inline
export function maximaOfTwoByTwo(
  from: usize,
  to: usize,
  channels: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  for (let c = 0; c < channels; c += 4) {
    const at = from + ((<usize>c) << 2);
    let highest = f32x4.pmax(f32x4.splat(-Infinity), v128.load(at));
    highest = f32x4.pmax(highest, v128.load(at + pixelBytes));
    highest = f32x4.pmax(highest, v128.load(at + rowBytes));
    highest = f32x4.pmax(highest, v128.load(at + rowBytes + pixelBytes));
    storeLanes(to + ((<usize>c) << 2), highest, channels - c);
  }
}

function maxima(
  from: usize,
  to: usize,
  channels: i32,
  rowBytes: usize,
  pixelBytes: usize,
  rows: i32,
  columns: i32,
): void {
  for (let c = 0; c < channels; c += 4) {
    let highest = f32x4.splat(-Infinity);
    for (let row = 0; row < rows; row++) {
      let at = from + <usize>row * rowBytes + ((<usize>c) << 2);
      for (let column = 0; column < columns; column++, at += pixelBytes)
        highest = f32x4.pmax(highest, v128.load(at));
    }
    storeLanes(to + ((<usize>c) << 2), highest, channels - c);
  }
}
