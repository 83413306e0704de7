import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { firstImages } from '../data/first-images.ts';
import type { LabelledImages } from '../data/shuffled-images.ts';

/** Training and test images in memory. */
export interface SplitImages {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}

/** The first images of both splits, all when no number is given. */
export async function splitImages(
  {
    trainCount = Infinity,
    testCount = Infinity,
  }: { readonly trainCount?: number; readonly testCount?: number },
  name = 'fashion-mnist',
): Promise<SplitImages> {
  const { train, test } = await loadDataset(name);
  const first = ({ images, labels }: typeof train, count: number): LabelledImages => ({
    samples: firstImages({ data: images.data, shape: [labels.length, 784] }, count),
    labels: labels.subarray(0, count),
  });
  return { train: first(train, trainCount), test: first(test, testCount) };
}
