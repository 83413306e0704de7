import { activate } from '../../products/activate';
import { storeSome } from '../../products/finish-tile';
import { patchRoom, zeroRoom } from './room';

/** Where the tile's pixels are, and how far it is to the next row and column. */
export let patch: usize = 0;
export let patchRowBytes: usize = 0;
export let patchColumnBytes: usize = 0;

/** Rows and columns of the tile that are in the image. */
export let top: i32 = 0;
export let bottom: i32 = 0;
export let left: i32 = 0;
export let right: i32 = 0;

let firstPixel: usize = 0;
let imageRowBytes: usize = 0;
let imageColumnBytes: usize = 0;
let depth: i32 = 0;

/** Looks at the `size` times `size` pixels from (`row`, `column`) on, some of which may be outside of the image. */
export function lookAt(
  image: usize, height: i32, width: i32, channels: i32, row: i32, column: i32, size: i32,
): void {
  depth = channels;
  imageColumnBytes = (<usize>channels) << 2;
  imageRowBytes = <usize>width * imageColumnBytes;
  firstPixel = image + <usize>row * imageRowBytes + <usize>column * imageColumnBytes;
  top = max(0, -row);
  bottom = min(size, height - row);
  left = max(0, -column);
  right = min(size, width - column);
  clearPixel();
}

/** Has `count` channels, 4 or 8, of the pixels inside of the image in `patch`; zeros from the last channel on. */
export function openPatch(channel: i32, count: i32): void {
  const from = firstPixel + ((<usize>channel) << 2);
  if (channel + count <= depth) {
    patch = from;
    patchRowBytes = imageRowBytes;
    patchColumnBytes = imageColumnBytes;
    return;
  }
  patch = patchRoom();
  patchRowBytes = 192;
  patchColumnBytes = 32;
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const at = from + <usize>row * imageRowBytes + <usize>column * imageColumnBytes;
      const to = patch + <usize>(row * 192 + column * 32);
      v128.store(to, loadSome(at, depth - channel));
      if (count > 4) v128.store(to, loadSome(at + 16, depth - channel - 4), 16);
    }
}

/** Makes of what is outside of the image a pixel of zeros. */
function clearPixel(): void {
  v128.store(zeroRoom(), f32x4.splat(0));
  v128.store(zeroRoom(), f32x4.splat(0), 16);
}

/** The first of four values, as many as there are, and zeros. */
// @ts-ignore: decorator
@inline
export function loadSome(from: usize, count: i32): v128 {
  if (count <= 0) return f32x4.splat(0);
  const value = v128.load(from);
  if (count >= 4) return value;
  return v128.bitselect(value, f32x4.splat(0), i32x4.gt_s(i32x4.splat(count), i32x4(0, 1, 2, 3)));
}

/**
 * Stores eight channels from `channel` on of the pixels looked at, `[4][4][8]`, with bias and activation; only some of
 * both are in the image.
 */
export function storePixels(pixels: usize, channel: i32, bias: usize, activation: i32, slope: f32): void {
  const count = depth - channel;
  const zero = f32x4.splat(0);
  const near = bias === 0 ? zero : loadSome(bias + ((<usize>channel) << 2), count);
  const far = bias === 0 ? zero : loadSome(bias + ((<usize>channel) << 2) + 16, count - 4);
  for (let row = 0; row < bottom; row++) {
    let from = pixels + ((<usize>row) << 7);
    let to = firstPixel + <usize>row * imageRowBytes + ((<usize>channel) << 2);
    for (let column = 0; column < right; column++) {
      const a = activate(f32x4.add(v128.load(from), near), activation, slope);
      const b = activate(f32x4.add(v128.load(from, 16), far), activation, slope);
      if (count >= 8) {
        v128.store(to, a);
        v128.store(to, b, 16);
      } else storeSomeOfEight(to, a, b, count);
      from += 32;
      to += imageColumnBytes;
    }
  }
}

function storeSomeOfEight(to: usize, a: v128, b: v128, count: i32): void {
  if (count < 4) storeSome(to, a, count);
  else {
    v128.store(to, a);
    if (count > 4) storeSome(to + 16, b, count - 4);
  }
}
