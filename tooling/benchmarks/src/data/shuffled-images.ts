import { createRng, type NdArray } from '@fashion-mnist/core';
import { loadDataset } from '@fashion-mnist/dataset-fetch';

const SEED = 42;
const PIXEL_COUNT = 28 * 28;

/** Images and their labels. */
export interface LabelledImages {
  /** Shape `[imageCount, 784]`. */
  readonly samples: NdArray<Uint8Array>;
  readonly labels: Uint8Array;
}

/**
 * The first of all 70,000 Fashion-MNIST images, training and test, in an order that is always the same random one: what
 * a benchmark sees is part of what a larger one sees.
 */
export async function shuffledImages(imageCount: number): Promise<LabelledImages> {
  const { train, test } = await loadDataset('fashion-mnist');
  const trainCount = train.labels.length;
  const order = createRng(SEED).permutation(trainCount + test.labels.length);
  if (imageCount > order.length)
    throw new RangeError(`expected at most ${order.length} images, got ${imageCount}`);
  const data = new Uint8Array(imageCount * PIXEL_COUNT);
  const labels = new Uint8Array(imageCount);
  for (const [position, index] of order.subarray(0, imageCount).entries()) {
    const [split, row] = index < trainCount ? [train, index] : [test, index - trainCount];
    data.set(split.images.data.subarray(row * PIXEL_COUNT, (row + 1) * PIXEL_COUNT), position * PIXEL_COUNT);
    labels[position] = split.labels[row] ?? 0;
  }
  return { samples: { data, shape: [imageCount, PIXEL_COUNT] }, labels };
}
