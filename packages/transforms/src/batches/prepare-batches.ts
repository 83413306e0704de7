import { createRng, type NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { oneHot } from '../features/one-hot.ts';
import type { Pixels } from '../images/images.ts';
import { rowsAt } from '../pipeline/execution/rows.ts';
import { parsePipeline } from '../pipeline/parse-pipeline.ts';
import type { BatchJob } from './batch-job.ts';
import type { TrainingBatch } from './batch-source.ts';

export type PrepareBatch = (epoch: number, index: number) => Promise<TrainingBatch>;

/**
 * What prepares any batch of a job. A picture follows from the seed, the epoch and its index in the dataset alone,
 * whatever else is in its batch.
 */
export function batchPreparer(job: BatchJob): PrepareBatch {
  const { images, classCount, batchSize, seed } = job;
  const pipeline = parsePipeline(job.pipeline);
  const labels = oneHot(job.labels, classCount);
  const pool = { images, labels };
  const orderOf = orders(job);

  return async (epoch, index) => {
    const indices = orderOf(epoch).slice(index * batchSize, (index + 1) * batchSize);
    const batch = { images: rowsAt(images, indices), labels: rowsAt(labels, indices) };
    const prepared = await pipeline.apply(batch, { seed, epoch, indices, pool });
    return { index, inputs: withChannel(prepared.images), targets: prepared.labels ?? batch.labels };
  };
}

/** The order of images in an epoch; that of the last one asked for is kept. */
function orders({ images, seed, shuffle }: BatchJob): (epoch: number) => Uint32Array {
  const imageCount = images.shape[0] ?? 0;
  const rng = createRng(seed);
  const inOrder: Uint32Array = Uint32Array.from({ length: imageCount }, (_, image) => image);
  let last = { epoch: -1, order: inOrder };
  return (epoch) => {
    if (shuffle && last.epoch !== epoch) last = { epoch, order: rng.split(epoch).permutation(imageCount) };
    return last.order;
  };
}

function withChannel({ data, shape }: NdArray<Pixels>): NdArray<Float32Array> {
  if (data instanceof Uint8Array)
    throw new TransformError(
      'E_SHAPE',
      "expected a pipeline whose result is float32, got bytes; end it with { operation: 'normalize' }",
    );
  return { data, shape: shape.length === 3 ? [...shape, 1] : shape };
}
