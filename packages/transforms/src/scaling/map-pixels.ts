import type { NdArray } from '@fashion-mnist/core';

/** Looks every pixel up in a table of 256 values: exact, and as fast as a copy. */
export function mapPixels(
  images: NdArray<Uint8Array>,
  valueOf: (pixel: number) => number,
): NdArray<Float32Array> {
  const table = Float32Array.from({ length: 256 }, (_, pixel) => valueOf(pixel));
  const data = new Float32Array(images.data.length);
  for (let i = 0; i < data.length; i++) data[i] = table[images.data[i] as number] as number;
  return { data, shape: images.shape };
}
