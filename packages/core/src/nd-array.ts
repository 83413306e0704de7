/** The element types that the toolkit computes with. */
export type TypedArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** A row-major array: flat `data` and its `shape`. Every package accepts any object of this form. */
export interface NdArray<T extends TypedArray = TypedArray> {
  readonly data: T;
  /** Sizes of the dimensions, the last one varies fastest. */
  readonly shape: readonly number[];
}

/**
 * The same data with a shape, checked.
 *
 * @param data - Borrowed, not copied.
 * @throws {RangeError} when a size is not a whole number >= 0 or when the sizes do not multiply to `data.length`.
 */
export function ndArray<T extends TypedArray>(data: T, shape: readonly number[]): NdArray<T> {
  const expected = elementCount(shape);
  if (expected !== data.length) {
    throw new RangeError(`shape [${shape.join(', ')}] needs ${expected} elements, got ${data.length}`);
  }
  return { data, shape };
}

/**
 * Number of elements of a shape: the product of its sizes, 1 for the empty shape.
 *
 * @throws {RangeError} when a size is not a whole number >= 0.
 */
export function elementCount(shape: readonly number[]): number {
  let count = 1;
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) {
      throw new RangeError(`shape: expected whole numbers >= 0, got [${shape.join(', ')}]`);
    }
    count *= size;
  }
  return count;
}

/**
 * Number of samples and of features of `[sampleCount, ...featureShape]`: `[60000, 28, 28]` has 60,000 and 784.
 *
 * @throws {RangeError} when the array has no dimension or when its data do not fit its shape.
 */
export function sampleShape(samples: NdArray): {
  readonly sampleCount: number;
  readonly featureCount: number;
} {
  const [sampleCount, ...featureShape] = samples.shape;
  if (sampleCount === undefined)
    throw new RangeError('samples: expected at least one dimension, got a scalar');
  ndArray(samples.data, samples.shape);
  return { sampleCount, featureCount: elementCount(featureShape) };
}
