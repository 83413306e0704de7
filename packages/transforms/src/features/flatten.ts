import { type NdArray, sampleShape, type TypedArray } from '@fashion-mnist/core';

/**
 * Images as rows of features: shape `[imageCount, height, width]` becomes `[imageCount, height * width]`.
 *
 * @returns The same data, not a copy.
 * @throws {RangeError} when the data do not fit the shape.
 */
export function flatten<T extends TypedArray>(images: NdArray<T>): NdArray<T> {
  const { sampleCount, featureCount } = sampleShape(images);
  return { data: images.data, shape: [sampleCount, featureCount] };
}
