import { bottom, left, openPatch, patch, patchColumnBytes, patchRowBytes, right, storePixels, top } from './patch';
import { passRoom, patchRoom, zeroRoom } from './room';
import { transformGradient, transformInput, transformOutput } from './transforms';
import { transformGradientWide, transformInputWide, transformOutputWide } from './wide-transforms';

/** Transforms 6 x 6 pixels of `quads` quads of channels, each to planes `plane` bytes apart, and quads `quadBytes` apart. */
export function inputToPlanes(channel: i32, quads: i32, to: usize, quadBytes: usize, plane: usize): void {
  let quad = 0;
  if (WIDE)
    for (; quad + 1 < quads; quad += 2) {
      twoQuadsToPlanes(channel + quad * 4, to, quadBytes, plane);
      to += 2 * quadBytes;
    }
  for (; quad < quads; quad++) {
    quadToPlanes(channel + quad * 4, to, plane);
    to += quadBytes;
  }
}

function quadToPlanes(channel: i32, to: usize, plane: usize): void {
  openPatch(channel, 4);
  const pass = passRoom();
  for (let column = 0; column < 6; column++) {
    const p0 = pixel(0, column), p1 = pixel(1, column), p2 = pixel(2, column);
    const p3 = pixel(3, column), p4 = pixel(4, column), p5 = pixel(5, column);
    transformInput(p0, p1, p2, p3, p4, p5, pass + ((<usize>column) << 4), 96);
  }
  for (let row: usize = 0; row < 6; row++) {
    rowToPlanes(pass + row * 96, 16, to, plane);
    to += 6 * plane;
  }
}

function twoQuadsToPlanes(channel: i32, to: usize, quadBytes: usize, plane: usize): void {
  openPatch(channel, 8);
  const pass = passRoom();
  for (let column = 0; column < 6; column++) {
    const p0 = pixel(0, column), p1 = pixel(1, column), p2 = pixel(2, column);
    const p3 = pixel(3, column), p4 = pixel(4, column), p5 = pixel(5, column);
    transformInputWide(p0, p1, p2, p3, p4, p5, pass + ((<usize>column) << 5), 192);
  }
  for (let row: usize = 0; row < 6; row++) {
    rowToPlanes(pass + row * 192, 32, to, plane);
    rowToPlanes(pass + row * 192 + 16, 32, to + quadBytes, plane);
    to += 6 * plane;
  }
}

/** Where a pixel of the patch is, or zeros in its place. */
// @ts-ignore: decorator
@inline
export function pixel(row: i32, column: i32): usize {
  const isInside = row >= top && row < bottom && column >= left && column < right;
  return isInside ? patch + <usize>row * patchRowBytes + <usize>column * patchColumnBytes : zeroRoom();
}

// @ts-ignore: decorator
@inline
export function rowToPlanes(from: usize, step: usize, to: usize, plane: usize): void {
  transformInput(from, from + step, from + 2 * step, from + 3 * step, from + 4 * step, from + 5 * step, to, plane);
}

/** The adjoint of what `planesToOutput` does: `size` times `size` gradients of eight channels. */
export function gradientToPlanes(size: i32, channel: i32, to: usize, plane: usize): void {
  openPatch(channel, 8);
  const pass = passRoom();
  for (let column = 0; column < size; column++) {
    const p0 = pixel(0, column), p1 = pixel(1, column), p2 = pixel(2, column), p3 = pixel(3, column);
    gradientOfEight(size, p0, p1, p2, p3, pass + ((<usize>column) << 5), 128);
  }
  for (let row: usize = 0; row < 6; row++) {
    const from = pass + (row << 7);
    gradientOfEight(size, from, from + 32, from + 64, from + 96, to, plane);
    to += 6 * plane;
  }
}

// @ts-ignore: decorator
@inline
export function gradientOfEight(size: i32, p0: usize, p1: usize, p2: usize, p3: usize, to: usize, toStep: usize): void {
  if (WIDE) transformGradientWide(size, p0, p1, p2, p3, to, toStep);
  else {
    transformGradient(size, p0, p1, p2, p3, to, toStep);
    transformGradient(size, p0 + 16, p1 + 16, p2 + 16, p3 + 16, to + 16, toStep);
  }
}

/** Transforms products of eight channels back, and stores them with bias and activation where the tile looked at is. */
export function planesToOutput(
  size: i32, channel: i32, from: usize, plane: usize, bias: usize, activation: i32, slope: f32,
): void {
  const pass = passRoom();
  for (let row: usize = 0; row < 6; row++) {
    outputOfEight(size, from, plane, pass + (row << 7), 32);
    from += 6 * plane;
  }
  const pixels = patchRoom();
  for (let column: usize = 0; column < <usize>size; column++)
    outputOfEight(size, pass + (column << 5), 128, pixels + (column << 5), 128);
  storePixels(pixels, channel, bias, activation, slope);
}

// @ts-ignore: decorator
@inline
export function outputOfEight(size: i32, from: usize, fromStep: usize, to: usize, toStep: usize): void {
  if (WIDE) transformOutputWide(size, from, fromStep, to, toStep);
  else {
    transformOutput(size, from, fromStep, to, toStep);
    transformOutput(size, from + 16, fromStep, to + 16, toStep);
  }
}
