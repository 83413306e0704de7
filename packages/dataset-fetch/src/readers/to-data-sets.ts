import { elementCount, type ImageDataset, ndArray, type Subset } from '@fashion-mnist/core';
import { countSamples } from '../splits/count-samples.ts';
import { DataSet, type DataSetOptions } from './data-set.ts';
import type { PixelType } from './encode-images.ts';

/** What the samples look like, and how many of them are for validation. */
export interface DataSetsOptions<D extends PixelType = PixelType, H extends boolean = boolean>
  extends DataSetOptions<D, H> {
  /** How many of the first training samples are kept back for validation. @default 5000 */
  readonly validationSize?: number;
}

const DEFAULTS = Object.freeze({ validationSize: 5000 });

/** The three sets of TensorFlow's reader. */
export interface DataSets<D extends PixelType = 'float32', H extends boolean = false> {
  readonly train: DataSet<D, H>;
  readonly validation: DataSet<D, H>;
  readonly test: DataSet<D, H>;
}

/**
 * The three sets that TensorFlow's `input_data.read_data_sets` makes of the published two: `validation` is the first
 * training samples, `train` the others. They are not stratified; see `validationSplit` for a set that is.
 *
 * @param source - Borrowed for the lifetime of the sets, which share its memory.
 * @param options - For all three sets. Each draws from a generator of its own with the same seed.
 * @throws {RangeError} when there are not as many training samples as `validationSize`; else as `new DataSet`.
 * @see tensorflow/contrib/learn/python/learn/datasets/mnist.py of TensorFlow 1.x, `read_data_sets`.
 */
export function toDataSets<D extends PixelType = 'float32', H extends boolean = false>(
  { train, test }: { readonly train: ImageDataset; readonly test: ImageDataset },
  options: DataSetsOptions<D, H> = {},
): DataSets<D, H> {
  const { validationSize, ...setOptions } = { ...DEFAULTS, ...options };
  const trainCount = countSamples(train);
  if (!Number.isInteger(validationSize) || validationSize < 0 || validationSize > trainCount) {
    throw new RangeError(
      `validationSize: expected a whole number in 0..${trainCount}, the number of training samples, got ${validationSize}`,
    );
  }
  return {
    train: new DataSet(samplesBetween(train, validationSize, trainCount, 'train'), setOptions),
    validation: new DataSet(samplesBetween(train, 0, validationSize, 'validation'), setOptions),
    test: new DataSet(test, setOptions),
  };
}

function samplesBetween(dataset: ImageDataset, start: number, end: number, split: Subset): ImageDataset {
  const { data, shape } = dataset.images;
  const rowShape = shape.slice(1);
  const rowSize = elementCount(rowShape);
  return {
    ...dataset,
    split,
    images: ndArray(data.subarray(start * rowSize, end * rowSize), [end - start, ...rowShape]),
    labels: dataset.labels.subarray(start, end),
  };
}
