import type { ImageDataset } from '@fashion-mnist/core';
import { takeSamples, trainTestSplit } from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';
import { firstSamples } from '../datasets/first-samples.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { UsageError } from '../usage-error.ts';

/** Pictures to learn from, and others to be judged by. */
export interface Material {
  readonly train: ImageDataset;
  readonly judged: ImageDataset;
  /** What the pictures are that it is judged by. */
  readonly what: string;
  /** Whether those are training pictures, which may be looked at as often as wanted. */
  readonly isHeldOut: boolean;
}

export interface MaterialOptions {
  readonly count?: number;
  readonly validation?: number;
  readonly seed: number;
  readonly cacheDir?: string;
}

/**
 * The test images judge a model only where no part of the training images is held out for it: who tries settings holds
 * one out, and looks at the test images once.
 */
export async function loadMaterial(
  argument: string,
  { count, validation, seed, cacheDir }: MaterialOptions,
  context: CommandContext,
): Promise<Material> {
  const definition = await resolveDataset(argument);
  const { dataset } = await loadSplit(definition, { split: 'train', cacheDir }, context);
  const some = count === undefined ? dataset : firstSamples(dataset, count);
  if (validation === undefined) {
    const { dataset: test } = await loadSplit(definition, { split: 'test', cacheDir }, context);
    return { train: some, judged: test, what: 'test images', isHeldOut: false };
  }
  if (validation < 1 || validation >= some.labels.length)
    throw new UsageError(`--validation: expected 1..${some.labels.length - 1}, got ${validation}`);
  const { train, test } = trainTestSplit(some.labels.length, {
    testSize: { count: validation },
    stratify: some.labels,
    seed,
  });
  const part = (indices: Uint32Array): ImageDataset => ({
    ...some,
    images: takeSamples(some.images, indices),
    labels: Uint8Array.from(indices, (index) => some.labels[index] ?? 0),
  });
  return { train: part(train), judged: part(test), what: 'training images held out', isHeldOut: true };
}
