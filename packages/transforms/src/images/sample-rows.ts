import { elementCount, type NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { requireArray } from './require-array.ts';

/** How many samples there are, and how many features each has. */
export interface SampleRows {
  readonly sampleCount: number;
  readonly featureCount: number;
}

/**
 * The sizes of `[sampleCount, ...featureShape]`: `[60000, 28, 28]` has 60,000 samples of 784 features.
 *
 * @throws {TransformError} `E_SHAPE` - the array has no dimension, or its data do not fit its shape.
 */
export function sampleRows(operation: string, samples: NdArray): SampleRows {
  requireArray(operation, samples);
  const [sampleCount, ...featureShape] = samples.shape;
  if (sampleCount === undefined)
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected [sampleCount, ...features], got a single number`,
    );
  return { sampleCount, featureCount: elementCount(featureShape) };
}
