import type { NdArray } from '@fashion-mnist/core';

/** The first images of a set, all when there are fewer; borrowed. */
export function firstImages({ data, shape }: NdArray<Uint8Array>, count: number): NdArray<Uint8Array> {
  const [imageCount = 0, ...imageShape] = shape;
  const kept = Math.min(count, imageCount);
  return { data: data.subarray(0, (data.length / imageCount) * kept), shape: [kept, ...imageShape] };
}
