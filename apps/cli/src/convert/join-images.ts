import type { NdArray } from '@fashion-mnist/core';
import { IMAGE_SIDE } from '@fashion-mnist/transforms';
import type { PhotoImage } from './photo-outcome.ts';

/** Images one after the other, shape `[imageCount, 28, 28]`. */
export function joinImages(images: readonly PhotoImage[]): NdArray<Uint8Array> {
  const data = new Uint8Array(images.length * IMAGE_SIDE * IMAGE_SIDE);
  for (const [index, { pixels }] of images.entries()) data.set(pixels, index * IMAGE_SIDE * IMAGE_SIDE);
  return { data, shape: [images.length, IMAGE_SIDE, IMAGE_SIDE] };
}
