import { spawn as spawnHere } from '#spawn';
import type { BatchSource } from './batch-source.ts';
import { type BatchSourceOptions, checkOptions } from './batch-source-options.ts';
import { batchWorker } from './batch-worker.ts';
import { prepareAhead } from './prepare-ahead.ts';
import { batchPreparer } from './prepare-batches.ts';

/** Batches that a worker prepares while others are in use. */
const AHEAD = 4;

/**
 * Batches of images for training: shuffled by a seed, changed by a pipeline, prepared ahead in a worker.
 *
 * @returns A source that is the `BatchSource` of `@fashion-mnist/models/deep`, too. Its worker starts with the first batch
 *   and is to be disposed.
 * @throws {TransformError} `E_OPTION` - an option is not valid or a label not below `classCount`; `E_SHAPE` - images and
 *   labels do not fit each other; `E_PIPELINE` - the pipeline is not valid.
 * @remarks A picture follows from `seed`, the epoch and its index in the dataset alone, and a batch from those of its
 *   pictures: neither depends on the batch size, the worker or what was asked for before. `mixup` and `cutmix` draw their
 *   partners from all images.
 */
export function createBatchSource(options: BatchSourceOptions): BatchSource {
  const { job, imageCount, batchCount, isInline } = checkOptions(options);
  const worker = isInline
    ? { prepare: batchPreparer(job), dispose: async () => {} }
    : batchWorker(job, options.spawn ?? spawnHere);
  const ahead = isInline ? 1 : AHEAD;
  return {
    imageCount,
    batchSize: job.batchSize,
    batchCount,
    batches: (epoch, run = {}) => prepareAhead(worker.prepare, epoch, { ...run, batchCount, ahead }),
    dispose: () => worker.dispose(),
  };
}
