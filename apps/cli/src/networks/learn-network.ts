import type { ImageDataset } from '@fashion-mnist/core';
import { type Network, type TrainingReport, trainNetwork } from '@fashion-mnist/models/deep';
import { type BatchSource, createBatchSource } from '@fashion-mnist/transforms/batches';
import type { CommandContext } from '../context.ts';
import type { Material } from '../models/material.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { describeData } from './describe-data.ts';
import { endOfTraining } from './end-of-training.ts';
import type { Preparation } from './preparation.ts';
import type { TrainingSettings } from './training-settings.ts';
import { watchTraining } from './watch-training.ts';

export interface LearnNetworkOptions {
  readonly settings: TrainingSettings;
  readonly preparation: Preparation;
  readonly epochs: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly store: CheckpointStore | undefined;
}

/**
 * Trains a network on batches that a worker prepares; looks at pictures held out, if there are any, after each epoch.
 *
 * @throws {InterruptedError} the signal was aborted; a checkpoint has been kept, if there is a store.
 */
export async function learnNetwork(
  network: Network,
  { train, judged, isHeldOut }: Material,
  { settings, preparation, epochs, batchSize, seed, store }: LearnNetworkOptions,
  { signal, progress }: CommandContext,
): Promise<TrainingReport> {
  const batches = createBatchSource({ ...sourceOf(train), pipeline: preparation.training, batchSize, seed });
  const validation = isHeldOut ? heldOutBatches(judged, preparation) : undefined;
  const view = watchTraining(network.name, { epochs, isValidated: isHeldOut }, progress);
  try {
    return await trainNetwork(network, {
      ...settings,
      batches,
      epochs,
      seed,
      validation,
      data: describeData(train, preparation.training),
      checkpoint: store?.checkpoint,
      signal,
      onProgress: view.onProgress,
    });
  } catch (error) {
    throw endOfTraining(error, { latest: view.latest, epochs, store, isInterrupted: signal.aborted });
  } finally {
    progress.drop(network.name);
    await Promise.all([batches.dispose(), validation?.dispose()]);
  }
}

function heldOutBatches(judged: ImageDataset, { answering }: Preparation): BatchSource {
  return createBatchSource({
    ...sourceOf(judged),
    pipeline: answering,
    batchSize: 250,
    shuffle: false,
    workers: 0,
  });
}

function sourceOf({ images, labels, classNames }: ImageDataset) {
  return { images, labels, classCount: classNames.length };
}
