import type { NdArray } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import type { Network } from '../network/network.ts';
import type { BatchSource, TrainingBatch } from '../training/batch-source.ts';
import { imagesFor } from './network-images.ts';

/** Images, prepared as for the training of a network, and their classes. */
export interface LabelledImages {
  /** Shape `[imageCount, height, width, channels]`; the channel may be left out where there is one. */
  readonly images: NdArray<Float32Array>;
  /** One class index per image. */
  readonly labels: ArrayLike<number>;
}

/**
 * Images and labels as batches in their order.
 *
 * @throws {ModelsError} `E_SHAPE` - they do not fit the network or each other, or there are none.
 */
export function labelledBatches(
  network: Network,
  { images, labels }: LabelledImages,
  batchSize: number,
): BatchSource {
  const { data, shape } = imagesFor(network, images);
  const [imageCount = 0, ...sizes] = shape;
  const classCount = network.outputShape.at(-1)!;
  if (labels.length !== imageCount)
    throw new ModelsError(
      'E_SHAPE',
      `expected a label for each of ${imageCount} images, got ${labels.length}`,
    );
  const pixelCount = data.length / imageCount;
  const batchCount = Math.ceil(imageCount / batchSize);

  function batchOf(index: number): TrainingBatch {
    const start = index * batchSize;
    const end = Math.min(start + batchSize, imageCount);
    const targets = new Float32Array((end - start) * classCount);
    for (let image = start; image < end; image += 1)
      targets[(image - start) * classCount + labelOf(labels, image, classCount)] = 1;
    return {
      index,
      inputs: { data: data.subarray(start * pixelCount, end * pixelCount), shape: [end - start, ...sizes] },
      targets: { data: targets, shape: [end - start, classCount] },
    };
  }

  return {
    imageCount,
    batchSize,
    batchCount,
    async *batches(_epoch, { firstBatch = 0 } = {}) {
      for (let index = firstBatch; index < batchCount; index += 1) yield batchOf(index);
    },
  };
}

function labelOf(labels: ArrayLike<number>, image: number, classCount: number): number {
  const label = labels[image]!;
  if (Number.isInteger(label) && label >= 0 && label < classCount) return label;
  throw new ModelsError('E_SHAPE', `expected labels in 0..${classCount - 1}, got ${label} at ${image}`);
}
