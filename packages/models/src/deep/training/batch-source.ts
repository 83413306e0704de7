import type { NdArray } from '@fashion-mnist/core';

/** Some images and what a network should say of them. */
export interface TrainingBatch {
  /** Its number in the epoch, from 0. */
  readonly index: number;
  /** Shape `[imageCount, height, width, channels]`. */
  readonly inputs: NdArray<Float32Array>;
  /** Shares of classes, shape `[imageCount, classCount]`, each row with the sum 1. */
  readonly targets: NdArray<Float32Array>;
}

/** With which batch of an epoch to begin, and when to stop. */
export interface BatchRun {
  /** The number of the first batch that is wanted. @default 0 */
  readonly firstBatch?: number | undefined;
  /** Ends the batches; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where batches come from; the same batch for the same epoch and index, whenever it is asked for.
 * `createBatchSource` of `@fashion-mnist/transforms/batches` makes such sources.
 */
export interface BatchSource {
  /** Images of an epoch. */
  readonly imageCount: number;
  /** Images of a batch; the last one of an epoch may have fewer. */
  readonly batchSize: number;
  /** Batches of an epoch. */
  readonly batchCount: number;
  /** The batches of an epoch in their order, from `firstBatch` on. */
  batches(epoch: number, run?: BatchRun): AsyncIterable<TrainingBatch>;
}
