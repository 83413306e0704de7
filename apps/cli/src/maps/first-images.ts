import { elementCount, type NdArray } from '@fashion-mnist/core';

/** The first images of many, as a view. */
export function firstImages(
  { data, shape: [, ...imageShape] }: NdArray<Uint8Array>,
  count: number,
): NdArray<Uint8Array> {
  return { data: data.subarray(0, count * elementCount(imageShape)), shape: [count, ...imageShape] };
}
