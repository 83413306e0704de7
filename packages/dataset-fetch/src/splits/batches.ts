import { createRng, type ImageDataset, type NdArray } from '@fashion-mnist/core';
import { countSamples } from './count-samples.ts';
import { takeLabels } from './take-labels.ts';
import { takeRows } from './take-rows.ts';

/** How `batches` cuts a dataset, and in which order. */
export interface BatchesOptions {
  /** Samples per batch, `1` or more. */
  readonly batchSize: number;
  /** Whether the order is random; otherwise it is the dataset's. @default true */
  readonly shuffle?: boolean;
  /** Same seed and epoch, same order. @default 42 */
  readonly seed?: number;
  /** Number of the pass over the dataset, from 0: each has its own order. @default 0 */
  readonly epoch?: number;
  /** Whether to leave out a last batch of fewer samples. @default false */
  readonly dropRemainder?: boolean;
}

const DEFAULTS = Object.freeze({
  shuffle: true,
  seed: 42,
  epoch: 0,
  dropRemainder: false,
} satisfies Omit<Required<BatchesOptions>, 'batchSize'>);

/** Some samples of a dataset, in memory of their own. */
export interface Batch {
  /** Shape `[sampleCount, height, width]`. */
  readonly images: NdArray<Uint8Array>;
  /** One class index per image. */
  readonly labels: Uint8Array;
  /** Where in the dataset each sample lies. */
  readonly indices: Uint32Array;
}

/**
 * The batches of one epoch: every sample once. Each loop over the result goes through the same batches, and copies
 * each when it comes to it.
 *
 * @param dataset - Borrowed.
 * @throws {RangeError} when `batchSize`, `epoch` or `seed` is no such number, or when images and labels are not as many.
 * @remarks The order is the same on every platform.
 */
export function batches(dataset: ImageDataset, options: BatchesOptions): Iterable<Batch> {
  const { batchSize, shuffle, seed, epoch, dropRemainder } = { ...DEFAULTS, ...options };
  requireWholeNumber('batchSize', batchSize, 1);
  requireWholeNumber('epoch', epoch, 0);
  const sampleCount = countSamples(dataset);
  const order = shuffle
    ? createRng(seed).split(epoch).permutation(sampleCount)
    : Uint32Array.from({ length: sampleCount }, (_, index) => index);
  const end = dropRemainder ? sampleCount - (sampleCount % batchSize) : sampleCount;
  return {
    *[Symbol.iterator]() {
      for (let start = 0; start < end; start += batchSize) {
        const indices = order.slice(start, start + batchSize);
        const images = takeRows(dataset.images, indices);
        yield { images, labels: takeLabels(dataset.labels, indices), indices };
      }
    },
  };
}

function requireWholeNumber(name: string, value: number, minimum: number): void {
  if (!Number.isSafeInteger(value) || value < minimum) {
    throw new RangeError(`${name}: expected a whole number >= ${minimum}, got ${value}`);
  }
}
