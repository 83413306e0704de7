import type { Pixels } from './images.ts';

/**
 * The same memory, where bytes are rounded to the nearest, ties to even, and kept in 0..255 when they are written: what
 * `torch.round` and `clamp` do. Pixels that are float32 are written as they are.
 */
export function roundingView(pixels: Pixels): Uint8ClampedArray | Float32Array {
  if (pixels instanceof Float32Array) return pixels;
  return new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
}
