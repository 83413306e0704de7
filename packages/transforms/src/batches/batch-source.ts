import type { NdArray } from '@fashion-mnist/core';

/** Some images, ready to be learned from, and their labels. */
export interface TrainingBatch {
  /** Its number in the epoch, from 0. */
  readonly index: number;
  /** Shape `[imageCount, height, width, 1]`; what a pipeline gives that are no pictures keeps its shape. */
  readonly inputs: NdArray<Float32Array>;
  /** One number per image and class, shape `[imageCount, classCount]`, each row with the sum 1. */
  readonly targets: NdArray<Float32Array>;
}

/** With which batch of an epoch to begin, and when to stop. */
export interface BatchRun {
  /** The number of the first batch that is wanted. @default 0 */
  readonly firstBatch?: number | undefined;
  /** Ends the batches; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Batches of a dataset, epoch by epoch. */
export interface BatchSource {
  /** Images of an epoch. */
  readonly imageCount: number;
  /** Images of a batch; the last one of an epoch may have fewer. */
  readonly batchSize: number;
  /** Batches of an epoch. */
  readonly batchCount: number;
  /**
   * The batches of an epoch in their order, from `firstBatch` on; some are prepared ahead.
   *
   * @throws {TransformError} what the pipeline throws; `E_SHAPE` - its result is bytes; `E_WORKER` - the worker has ended.
   * @throws the signal's reason, when aborted.
   */
  batches(epoch: number, run?: BatchRun): AsyncIterable<TrainingBatch>;
  /** Ends the worker; batches that are still awaited reject. */
  dispose(): Promise<void>;
}
