import type { NdArray } from '@fashion-mnist/core';
import type { PhotoImage } from './photo-outcome.ts';

const SIDE = 28;

/** Images one after the other, shape `[imageCount, 28, 28]`. */
export function joinImages(images: readonly PhotoImage[]): NdArray<Uint8Array> {
  const data = new Uint8Array(images.length * SIDE * SIDE);
  for (const [index, { pixels }] of images.entries()) data.set(pixels, index * SIDE * SIDE);
  return { data, shape: [images.length, SIDE, SIDE] };
}
