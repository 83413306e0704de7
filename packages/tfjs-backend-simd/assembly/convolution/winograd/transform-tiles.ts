import { activate } from '../../products/activate';
import { loadSome, openPatch, patch, patchColumnBytes, patchRowBytes, storePixel } from './patch';
import { passRoom, patchRoom } from './room';
import { transformGradient, transformInput, transformOutput } from './transforms';

/** Transforms 6 x 6 pixels of four channels of the tile looked at, to `to` and `plane` bytes on each. */
export function inputToPlanes(channel: i32, to: usize, plane: usize): void {
  openPatch(channel);
  const pass = passRoom();
  let from = patch;
  for (let column: usize = 0; column < 96; column += 16) {
    transformInput(from, patchRowBytes, pass + column, 96);
    from += patchColumnBytes;
  }
  for (let row: usize = 0; row < 6; row++) {
    transformInput(pass + row * 96, 16, to, plane);
    to += 6 * plane;
  }
}

/** The adjoint of what `planesToOutput` does: `size` times `size` gradients of the tile looked at. */
export function gradientToPlanes(size: i32, channel: i32, to: usize, plane: usize): void {
  openPatch(channel);
  const pass = passRoom();
  let from = patch;
  for (let column: usize = 0; column < <usize>size; column++) {
    transformGradient(size, from, patchRowBytes, pass + (column << 4), 64);
    from += patchColumnBytes;
  }
  for (let row: usize = 0; row < 6; row++) {
    transformGradient(size, pass + (row << 6), 16, to, plane);
    to += 6 * plane;
  }
}

/** Transforms products of four channels back, and stores them with bias and activation where the tile looked at is. */
export function planesToOutput(
  size: i32, channel: i32, channels: i32, from: usize, plane: usize, bias: usize, activation: i32, slope: f32,
): void {
  const pass = passRoom();
  for (let row: usize = 0; row < 6; row++) {
    transformOutput(size, from, plane, pass + (row << 6), 16);
    from += 6 * plane;
  }
  const pixels = patchRoom();
  for (let column: usize = 0; column < <usize>size; column++)
    transformOutput(size, pass + (column << 4), 64, pixels + (column << 4), 64);
  const offset = bias === 0 ? f32x4.splat(0) : loadSome(bias + ((<usize>channel) << 2), channels - channel);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const value = v128.load(pixels + <usize>(row * 64 + column * 16));
      storePixel(row, column, channel, activate(f32x4.add(value, offset), activation, slope));
    }
}
