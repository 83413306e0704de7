import type { ImageDataset } from '@fashion-mnist/core';
import { listDatasets } from '@fashion-mnist/dataset-fetch';
import {
  compose,
  type OperationName,
  type Pipeline,
  pixelMoments,
  type Step,
} from '@fashion-mnist/transforms';
import { createBatchSource } from '@fashion-mnist/transforms/batches';
import { firstSamples } from '../datasets/first-samples.ts';
import { loadPipeline } from '../transforms/load-pipeline.ts';
import { UsageError } from '../usage-error.ts';

/** What is done to images before a network sees them. */
export interface Preparation {
  /** To those that it learns from. */
  readonly training: Pipeline;
  /** To all others: the same without what is done by chance. */
  readonly answering: Pipeline;
}

/**
 * The steps of a preset or a file, or else those that suit the dataset, with scalers fitted to the training images.
 *
 * @param preset - A preset's name, or a path.
 */
export async function loadPreparation(
  preset: string | undefined,
  { train, seed }: { readonly train: ImageDataset; readonly seed: number },
  signal: AbortSignal,
): Promise<Preparation> {
  const pipeline =
    preset === undefined ? compose(stepsFor(train)) : await loadPipeline('--preset', preset, signal);
  const training = await pipeline.fit(train.images, { seed, signal });
  const { steps, ...about } = training.toJSON();
  return {
    training,
    answering: compose(
      steps.filter(({ operation }) => !isByChance(operation)),
      about,
    ),
  };
}

/**
 * Fails where the steps do not give what a network takes.
 *
 * @throws {UsageError} they give pictures of another size.
 * @throws {TransformError} `E_SHAPE` - they give bytes or features.
 */
export async function requireFitting(
  { training, answering }: Preparation,
  train: ImageDataset,
  { name, inputShape }: { readonly name: string; readonly inputShape: readonly number[] },
): Promise<void> {
  const { images, labels } = firstSamples(train, 1);
  for (const pipeline of [training, answering]) {
    const source = createBatchSource({
      images,
      labels,
      classCount: train.classNames.length,
      pipeline,
      workers: 0,
    });
    for await (const { inputs } of source.batches(0)) {
      const [, ...given] = inputs.shape;
      if (given.join() !== inputShape.join())
        throw new UsageError(
          `${name} takes images of ${sizeOf(inputShape)} pixels, got ${sizeOf(given)} after ${namesOf(pipeline)}`,
        );
    }
  }
}

/** The operations of a pipeline, for a summary. */
export function namesOf({ steps }: Pipeline): string {
  return steps.map(({ operation }) => operation).join(', ') || 'no steps';
}

/** Clothes may be mirrored, writing may not. */
function stepsFor({ name, images }: ImageDataset): readonly Step[] {
  const isWriting = name !== 'fashion-mnist' && listDatasets().includes(name);
  return [
    { operation: 'random-shift', pixels: 2 },
    ...(isWriting ? [] : [{ operation: 'random-flip' } as const]),
    { operation: 'normalize', ...pixelMoments(images) },
  ];
}

const ALSO_BY_CHANCE: ReadonlySet<OperationName> = new Set(['cutmix', 'cutout', 'gaussian-noise', 'mixup']);

function isByChance(operation: OperationName): boolean {
  return operation.startsWith('random-') || ALSO_BY_CHANCE.has(operation);
}

function sizeOf(shape: readonly number[]): string {
  return shape.slice(0, 2).join(' x ');
}
