import type { ImageDataset, Subset } from '@fashion-mnist/core';
import { countSamples } from './count-samples.ts';
import { takeLabels } from './take-labels.ts';
import { takeRows } from './take-rows.ts';

/**
 * A dataset of the chosen images and labels, in the order in which they are chosen.
 *
 * @param dataset - Borrowed: what is chosen is copied.
 * @param indices - For example what `validationSplit` returns. An index may appear more than once.
 * @param split - What the chosen samples are to be used for.
 * @throws {RangeError} when there is no sample of an index, or when images and labels are not as many.
 */
export function takeSamples(dataset: ImageDataset, indices: Uint32Array, split: Subset): ImageDataset {
  countSamples(dataset);
  return {
    ...dataset,
    split,
    images: takeRows(dataset.images, indices),
    labels: takeLabels(dataset.labels, indices),
  };
}
