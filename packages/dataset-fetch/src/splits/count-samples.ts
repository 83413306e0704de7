import { type ImageDataset, sampleShape } from '@fashion-mnist/core';

/**
 * Number of images, each of which has a label.
 *
 * @throws {RangeError} when images and labels are not as many.
 */
export function countSamples({ images, labels }: Pick<ImageDataset, 'images' | 'labels'>): number {
  const { sampleCount } = sampleShape(images);
  if (labels.length !== sampleCount) {
    throw new RangeError(`expected a label for each of ${sampleCount} images, got ${labels.length} labels`);
  }
  return sampleCount;
}
