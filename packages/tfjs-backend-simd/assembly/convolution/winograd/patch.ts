import { storeSome } from '../../products/finish-tile';
import { patchRoom } from './room';

/** A tile's pixels in its image, from where they are, and how far it is to the next row and column. */
export let patch: usize = 0;
export let patchRowBytes: usize = 0;
export let patchColumnBytes: usize = 0;

let firstPixel: usize = 0;
let imageRowBytes: usize = 0;
let imageColumnBytes: usize = 0;
let top: i32 = 0;
let bottom: i32 = 0;
let left: i32 = 0;
let right: i32 = 0;
let isWhole: bool = false;
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
  isWhole = top === 0 && left === 0 && bottom === size && right === size;
  if (!isWhole) memory.fill(patchRoom(), 0, 576);
}

/** Has four channels of the pixels in `patch`; zeros outside of the image and from the last channel on. */
export function openPatch(channel: i32): void {
  const from = firstPixel + ((<usize>channel) << 2);
  if (isWhole && channel + 4 <= depth) {
    patch = from;
    patchRowBytes = imageRowBytes;
    patchColumnBytes = imageColumnBytes;
    return;
  }
  patch = patchRoom();
  patchRowBytes = 96;
  patchColumnBytes = 16;
  for (let row = top; row < bottom; row++) {
    let at = from + <usize>row * imageRowBytes + <usize>left * imageColumnBytes;
    let to = patch + <usize>(row * 96 + left * 16);
    for (let column = left; column < right; column++) {
      v128.store(to, loadSome(at, depth - channel));
      at += imageColumnBytes;
      to += 16;
    }
  }
}

/** The first of four values, as many as there are, and zeros. */
// @ts-ignore: decorator
@inline
export function loadSome(from: usize, count: i32): v128 {
  const value = v128.load(from);
  if (count >= 4) return value;
  return v128.bitselect(value, f32x4.splat(0), i32x4.gt_s(i32x4.splat(count), i32x4(0, 1, 2, 3)));
}

/** Where a pixel of the tile is in the image, for four channels from `channel` on; only some of both are there. */
export function storePixel(row: i32, column: i32, channel: i32, value: v128): void {
  if (row >= bottom || column >= right) return;
  const to = firstPixel + <usize>row * imageRowBytes + <usize>column * imageColumnBytes + ((<usize>channel) << 2);
  if (channel + 4 <= depth) v128.store(to, value);
  else storeSome(to, value, depth - channel);
}
