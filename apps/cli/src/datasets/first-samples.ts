import type { ImageDataset } from '@fashion-mnist/core';
import { UsageError } from '../usage-error.ts';

/** The first samples of a dataset, as views. */
export function firstSamples(dataset: ImageDataset, count: number): ImageDataset {
  const { images, labels, split } = dataset;
  if (count < 1 || count > labels.length)
    throw new UsageError(`--count: expected 1..${labels.length} in the ${split} split, got ${count}`);
  const [, ...imageShape] = images.shape;
  const pixelCount = imageShape.reduce((product, size) => product * size, 1);
  return {
    ...dataset,
    images: { data: images.data.subarray(0, count * pixelCount), shape: [count, ...imageShape] },
    labels: labels.subarray(0, count),
  };
}
