import type { ImageDataset } from '@fashion-mnist/core';
import { takeSamples } from './take-samples.ts';
import { type ValidationSplitOptions, validationSplit } from './validation-split.ts';

/** What is kept back of the training samples for validation. */
export type ValidationOptions = ValidationSplitOptions;

/** The splits of a dataset. */
export interface DatasetSplits {
  readonly train: ImageDataset;
  /** There when it was asked for. */
  readonly validation?: ImageDataset;
  readonly test: ImageDataset;
}

/** The published splits, with a part of the training samples kept back if that is wanted. */
export function toDatasetSplits(
  [train, test]: readonly [ImageDataset, ImageDataset],
  validation: ValidationOptions | undefined,
): DatasetSplits {
  if (validation === undefined) return { train, test };
  const indices = validationSplit(train.labels, validation);
  return {
    train: takeSamples(train, indices.train, 'train'),
    validation: takeSamples(train, indices.validation, 'validation'),
    test,
  };
}
