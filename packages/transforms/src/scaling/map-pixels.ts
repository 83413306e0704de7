import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../images/images.ts';

/**
 * A value for each pixel, which the function is given as float32 in units of the full range: `byte / 255`, or the pixel
 * itself where it is float32. Each of the 256 bytes is computed once.
 */
export function mapPixels(
  { data: pixels, shape }: NdArray<Pixels>,
  valueOf: (unit: number) => number,
): NdArray<Float32Array> {
  const data = new Float32Array(pixels.length);
  if (pixels instanceof Uint8Array) {
    const table = Float32Array.from({ length: 256 }, (_, byte) => valueOf(Math.fround(byte / 255)));
    for (let i = 0; i < data.length; i++) data[i] = table[pixels[i] as number] as number;
  } else {
    for (let i = 0; i < data.length; i++) data[i] = valueOf(pixels[i] as number);
  }
  return { data, shape };
}
