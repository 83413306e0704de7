import type { NdArray } from '@fashion-mnist/core';
import type { IdRange, TrainingData } from './training-job.ts';

/** The images of a dataset in the worker. */
export interface ImageStore extends Omit<TrainingData, 'pixels'> {
  readonly classCount: number;
  /** Takes images that came in a message: ids from `first` on. */
  put(first: number, pixels: Uint8Array): void;
  /** Shape `[count, height, width]`; a view. */
  images(range: IdRange): NdArray<Uint8Array>;
  labelsOf(range: IdRange): Uint8Array;
}

export function openImages({ pixels: shared, ...data }: TrainingData): ImageStore {
  const [height, width] = data.imageShape;
  const size = height * width;
  const pixels = shared ?? new Uint8Array(data.labels.length * size);
  return {
    ...data,
    classCount: data.classNames.length,
    put: (first, some) => pixels.set(some, first * size),
    images: ({ first, count }) => ({
      data: pixels.subarray(first * size, (first + count) * size),
      shape: [count, height, width],
    }),
    labelsOf: ({ first, count }) => data.labels.subarray(first, first + count),
  };
}
