import type { FileIdentity } from './dataset-definition.ts';

/** The four files that MNIST and its drop-in replacements consist of; only the contents differ. */
export function mnistFiles(sha256: {
  readonly trainImages: string;
  readonly trainLabels: string;
  readonly testImages: string;
  readonly testLabels: string;
}): readonly FileIdentity[] {
  return [
    {
      name: 'train-images-idx3-ubyte',
      split: 'train',
      content: 'images',
      sha256: sha256.trainImages,
      byteLength: 47_040_016,
      shape: [60_000, 28, 28],
    },
    {
      name: 'train-labels-idx1-ubyte',
      split: 'train',
      content: 'labels',
      sha256: sha256.trainLabels,
      byteLength: 60_008,
      shape: [60_000],
    },
    {
      name: 't10k-images-idx3-ubyte',
      split: 'test',
      content: 'images',
      sha256: sha256.testImages,
      byteLength: 7_840_016,
      shape: [10_000, 28, 28],
    },
    {
      name: 't10k-labels-idx1-ubyte',
      split: 'test',
      content: 'labels',
      sha256: sha256.testLabels,
      byteLength: 10_008,
      shape: [10_000],
    },
  ];
}
