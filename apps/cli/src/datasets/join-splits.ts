import type { ImageDataset } from '@fashion-mnist/core';

/** The images of several splits of a dataset, one after the other. */
export function joinSplits(parts: readonly ImageDataset[]): Omit<ImageDataset, 'split'> {
  const [first] = parts;
  if (first === undefined) throw new Error('a dataset has at least one split');
  const { split: _, ...dataset } = first;
  const [, ...imageShape] = first.images.shape;
  const labels = concatenate(parts.map((part) => part.labels));
  const pixels = concatenate(parts.map(({ images }) => images.data));
  return { ...dataset, images: { data: pixels, shape: [labels.length, ...imageShape] }, labels };
}

function concatenate(arrays: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
