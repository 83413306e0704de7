import type { ImageDataset, NdArray } from '@fashion-mnist/core';
import { type Batch, oneHot, type Pipeline, type Pixels, TransformError } from '@fashion-mnist/transforms';
import { rowsBetween } from './rows-between.ts';

export interface TransformedEpochsOptions {
  /** The first picture, and how many. */
  readonly index: number;
  readonly count: number;
  /** How often each is transformed: in the epochs from 0 on. */
  readonly epochCount: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/**
 * What a pipeline makes of some pictures of a dataset in each epoch. What it has to learn, it learns from all pictures of
 * the split; partners to mix with come from there too.
 *
 * @throws {TransformError} `E_PIPELINE` - the pipeline does not work with these pictures.
 */
export async function transformedEpochs(
  pipeline: Pipeline,
  dataset: ImageDataset,
  { index, count, epochCount, seed, signal }: TransformedEpochsOptions,
): Promise<readonly NdArray<Pixels>[]> {
  const pool = { images: dataset.images, labels: oneHot(dataset.labels, dataset.classNames.length) };
  const batch: Batch = {
    images: rowsBetween(pool.images, index, index + count),
    labels: rowsBetween(pool.labels, index, index + count),
  };
  const results: NdArray<Pixels>[] = [];
  try {
    const fitted = await pipeline.fit(pool, { seed, pool, signal });
    for (let epoch = 0; epoch < epochCount; epoch++) {
      const run = { seed, epoch, firstIndex: index, pool, signal };
      results.push((await fitted.apply(batch, run)).images);
    }
  } catch (error) {
    if (!(error instanceof TransformError)) throw error;
    throw new TransformError('E_PIPELINE', error.message, { cause: error });
  }
  return results;
}
