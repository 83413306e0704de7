import { storeLanes } from '../lanes';

/** The mean of each window without its padding, channel by channel. Items are rows of the output. */
export function averagePool(
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
      means(from, to, channels, rowBytes, pixelBytes, rows, columns);
    }
  }
}

function means(
  from: usize,
  to: usize,
  channels: i32,
  rowBytes: usize,
  pixelBytes: usize,
  rows: i32,
  columns: i32,
): void {
  const count = f32x4.splat(<f32>(max(0, rows) * max(0, columns)));
  for (let c = 0; c < channels; c += 4) {
    let sum = f32x4.splat(0);
    for (let row = 0; row < rows; row++) {
      let at = from + <usize>row * rowBytes + ((<usize>c) << 2);
      for (let column = 0; column < columns; column++, at += pixelBytes) sum = f32x4.add(sum, v128.load(at));
    }
    storeLanes(to + ((<usize>c) << 2), f32x4.div(sum, count), channels - c);
  }
}

/** Adds each gradient, divided by the size of a whole window, to the values of its window. Items are images. */
export function averagePoolGradient(
  dy: usize,
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
  const share = <f32>1 / <f32>(windowHeight * windowWidth);
  let gradient = dy + <usize>begin * <usize>(outHeight * outWidth) * pixelBytes;
  for (let image = begin; image < end; image++) {
    const start = dx + <usize>image * imageBytes;
    memory.fill(start, 0, imageBytes);
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const corner = outRow * strideHeight - padTop;
      const top = max(0, corner);
      const rows = min(height, corner + windowHeight) - top;
      for (let outColumn = 0; outColumn < outWidth; outColumn++, gradient += pixelBytes) {
        const left = max(0, outColumn * strideWidth - padLeft);
        const columns = min(width, outColumn * strideWidth - padLeft + windowWidth) - left;
        const to = start + <usize>top * rowBytes + <usize>left * pixelBytes;
        addToWindow(gradient, to, share, channels, rowBytes, pixelBytes, rows, columns);
      }
    }
  }
}

function addToWindow(
  dy: usize,
  dx: usize,
  share: f32,
  channels: i32,
  rowBytes: usize,
  pixelBytes: usize,
  rows: i32,
  columns: i32,
): void {
  for (let c = 0; c < channels; c += 4) {
    const value = f32x4.mul(v128.load(dy + ((<usize>c) << 2)), f32x4.splat(share));
    for (let row = 0; row < rows; row++) {
      let to = dx + <usize>row * rowBytes + ((<usize>c) << 2);
      for (let column = 0; column < columns; column++, to += pixelBytes)
        storeLanes(to, f32x4.add(v128.load(to), value), channels - c);
    }
  }
}
