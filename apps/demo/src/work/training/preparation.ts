import type { NdArray } from '@fashion-mnist/core';
import { compose, type PipelineDocument, pixelMoments, type Step } from '@fashion-mnist/transforms';

/** Digits that are mirrored are no digits any more; garments stay garments. */
const NOT_TO_BE_MIRRORED: readonly string[] = ['mnist'];

/** What is done to images before a network answers: mean 0 and deviation 1, by the images that it learns from. */
export function preparationFor(images: NdArray<Uint8Array>): PipelineDocument {
  const { mean, std } = pixelMoments(images);
  return { steps: [std > 0 ? { operation: 'normalize', mean, std } : { operation: 'scale-to-unit' }] };
}

/** The same, and before it what makes each image another one in each epoch. */
export function augmented({ steps }: PipelineDocument, dataset: string): PipelineDocument {
  const flip: readonly Step[] = NOT_TO_BE_MIRRORED.includes(dataset) ? [] : [{ operation: 'random-flip' }];
  return { steps: [{ operation: 'random-crop', padding: 2 }, ...flip, ...steps] };
}

/** @returns Shape `[count, height, width]`. */
export async function prepare(
  images: NdArray<Uint8Array>,
  { steps }: PipelineDocument,
): Promise<NdArray<Float32Array>> {
  const prepared = await compose(steps).apply(images);
  if (prepared.data instanceof Float32Array) return { data: prepared.data, shape: prepared.shape };
  throw new Error('The network takes images that this page does not prepare.');
}
