import { createRng, type ImageDataset, type NdArray, type Rng } from '@fashion-mnist/core';
import { countSamples } from '../splits/count-samples.ts';
import { takeLabels } from '../splits/take-labels.ts';
import { takeRows } from '../splits/take-rows.ts';
import { encodeImages, type PixelArrays, type PixelType } from './encode-images.ts';
import { oneHot } from './one-hot.ts';

/** What the samples of a `DataSet` look like, and in which order they come. */
export interface DataSetOptions<D extends PixelType = PixelType, H extends boolean = boolean> {
  /** Pixels as `float32` in 0..1, or as `uint8` in 0..255. @default 'float32' */
  readonly dtype?: D;
  /** Labels as rows with a 1 at the class, instead of as class indices. @default false */
  readonly oneHot?: H;
  /** Images as rows `[n, height * width]`, instead of `[n, height, width, 1]`. @default true */
  readonly reshape?: boolean;
  /** Same seed, same batches. @default 42 */
  readonly seed?: number;
}

const DEFAULTS = Object.freeze({
  dtype: 'float32',
  oneHot: false,
  reshape: true,
  seed: 42,
} satisfies Required<DataSetOptions>);

/** Class indices, or with `oneHot` (`H`) an array of shape `[n, classCount]`. */
export type DataSetLabels<H extends boolean> = H extends true ? NdArray<Float32Array> : Uint8Array;

/** Samples of a `DataSet`, in memory of their own. */
export interface DataSetBatch<D extends PixelType = 'float32', H extends boolean = false> {
  readonly images: NdArray<PixelArrays[D]>;
  readonly labels: DataSetLabels<H>;
}

/** How `nextBatch` begins an epoch. */
export interface NextBatchOptions {
  /** Whether an epoch that this batch begins is shuffled. @default true */
  readonly shuffle?: boolean;
}

/**
 * One of the three sets of TensorFlow's reader for MNIST (`input_data.read_data_sets`), which gives batch after batch
 * without end. Pixels stay bytes in memory and are converted when they are asked for.
 *
 * Differs from TensorFlow: the same seed gives other orders than NumPy's, one-hot labels are float32 instead of
 * float64, and a batch larger than the set is refused instead of silently cut short.
 *
 * @see tensorflow/contrib/learn/python/learn/datasets/mnist.py of TensorFlow 1.x, class `DataSet`.
 */
export class DataSet<D extends PixelType = 'float32', H extends boolean = false> {
  readonly #dataset: ImageDataset;
  readonly #dtype: D;
  readonly #oneHot: boolean;
  readonly #reshape: boolean;
  readonly #rng: Rng;
  #order: Uint32Array;
  #indexInEpoch = 0;
  #epochsCompleted = 0;

  /**
   * @param dataset - Borrowed for the lifetime of the set.
   * @throws {RangeError} when images and labels are not as many, or when the seed is not a whole number in 0..2^53-1.
   * @throws {TypeError} when there is no such `dtype`.
   */
  constructor(dataset: ImageDataset, options: DataSetOptions<D, H> = {}) {
    const { dtype, reshape, seed, oneHot: hasOneHotLabels } = { ...DEFAULTS, ...options };
    if (dtype !== 'float32' && dtype !== 'uint8') {
      throw new TypeError(`dtype: expected float32 or uint8, got ${String(dtype)}`);
    }
    this.#dataset = dataset;
    this.#dtype = dtype as D;
    this.#oneHot = hasOneHotLabels;
    this.#reshape = reshape;
    this.#rng = createRng(seed);
    this.#order = Uint32Array.from({ length: countSamples(dataset) }, (_, index) => index);
  }

  /** All images, in the order of this epoch. Each access converts them anew: 188 MB for 60,000 in float32. */
  get images(): NdArray<PixelArrays[D]> {
    return this.#imagesAt(this.#order);
  }

  /**
   * All labels, in the order of this epoch. Each access copies them.
   *
   * @throws {RangeError} when a label that is to be one-hot stands for no class.
   */
  get labels(): DataSetLabels<H> {
    return this.#labelsAt(this.#order);
  }

  get numExamples(): number {
    return this.#order.length;
  }

  /** How often `nextBatch` has gone past the last sample. */
  get epochsCompleted(): number {
    return this.#epochsCompleted;
  }

  /**
   * The next `size` samples. The order is shuffled before the first batch and after each epoch; a batch at the end of
   * an epoch holds the rest of it and is filled up with the start of the next, so it may hold a sample twice.
   *
   * @param size - `1..numExamples`.
   * @throws {RangeError} when `size` is no such number, or when a label that is to be one-hot stands for no class.
   */
  nextBatch(size: number, { shuffle = true }: NextBatchOptions = {}): DataSetBatch<D, H> {
    if (!Number.isInteger(size) || size < 1 || size > this.numExamples) {
      throw new RangeError(
        `size: expected a whole number in 1..${this.numExamples}, the size of the set, got ${size}`,
      );
    }
    const isFirstBatch = this.#indexInEpoch === 0;
    if (isFirstBatch && shuffle) this.#shuffle();
    const indices = new Uint32Array(size);
    const rest = this.#order.subarray(this.#indexInEpoch, this.#indexInEpoch + size);
    indices.set(rest);
    this.#indexInEpoch += rest.length;
    if (rest.length < size) {
      this.#epochsCompleted++;
      if (shuffle) this.#shuffle();
      this.#indexInEpoch = size - rest.length;
      indices.set(this.#order.subarray(0, this.#indexInEpoch), rest.length);
    }
    return { images: this.#imagesAt(indices), labels: this.#labelsAt(indices) };
  }

  /** Shuffles what the last shuffle left, as TensorFlow does. */
  #shuffle(): void {
    const previous = this.#order;
    this.#order = this.#rng.permutation(previous.length).map((position) => previous[position] as number);
  }

  #imagesAt(indices: Uint32Array): NdArray<PixelArrays[D]> {
    const images = takeRows(this.#dataset.images, indices);
    return encodeImages(images, { dtype: this.#dtype, reshape: this.#reshape });
  }

  #labelsAt(indices: Uint32Array): DataSetLabels<H> {
    const labels = takeLabels(this.#dataset.labels, indices);
    const { classNames } = this.#dataset;
    return (this.#oneHot ? oneHot(labels, classNames.length) : labels) as DataSetLabels<H>;
  }
}
