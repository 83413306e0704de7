import type { NdArray, TypedArray } from '@fashion-mnist/core';
import { sampleRows } from '../images/sample-rows.ts';

/**
 * Images as rows of features: shape `[imageCount, height, width]` becomes `[imageCount, height * width]`.
 *
 * @returns The same data, not a copy.
 * @throws {TransformError} `E_SHAPE` - the array has no dimension, or its data do not fit its shape.
 */
export function flatten<T extends TypedArray>(images: NdArray<T>): NdArray<T> {
  const { sampleCount, featureCount } = sampleRows('flatten', images);
  return { data: images.data, shape: [sampleCount, featureCount] };
}
