import { createRng } from '@fashion-mnist/core';
import type { BatchSource, TrainingBatch } from '../batch-source.ts';
import type { BatchSourceOptions } from '../batch-source-options.ts';

export const IMAGES = 23;
export const CLASSES = 4;

/** Pictures of 6 x 5 pixels, no two alike, and a pipeline in which all is left to chance that can be. */
export function someImages(): Pick<BatchSourceOptions, 'images' | 'labels' | 'classCount' | 'pipeline'> {
  const rng = createRng(4);
  return {
    images: {
      data: Uint8Array.from({ length: IMAGES * 30 }, () => rng.nextInt(256)),
      shape: [IMAGES, 6, 5],
    },
    labels: Uint8Array.from({ length: IMAGES }, (_, image) => image % CLASSES),
    classCount: CLASSES,
    pipeline: {
      steps: [
        { operation: 'random-crop', padding: 1 },
        { operation: 'random-flip' },
        { operation: 'cutmix', alpha: 1 },
        { operation: 'normalize' },
        { operation: 'random-erasing', value: 0.5 },
      ],
    },
  };
}

export async function batchesOf(
  source: BatchSource,
  epoch: number,
  firstBatch = 0,
): Promise<TrainingBatch[]> {
  const batches: TrainingBatch[] = [];
  for await (const batch of source.batches(epoch, { firstBatch })) batches.push(batch);
  return batches;
}

/** The pictures of batches one after the other, each with its labels. */
export function picturesOf(batches: readonly TrainingBatch[]): number[][] {
  return batches.flatMap(({ inputs, targets }) => {
    const [imageCount = 0] = inputs.shape;
    const rowOf = (data: Float32Array, image: number) => {
      const length = data.length / imageCount;
      return [...data.subarray(image * length, (image + 1) * length)];
    };
    return Array.from({ length: imageCount }, (_, image) => [
      ...rowOf(inputs.data, image),
      ...rowOf(targets.data, image),
    ]);
  });
}
