import { type OptionRules, orNull, real, whole } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { resolveOptions } from '../../options/resolve-options.ts';
import { type Loss, parseLoss } from '../losses/loss.ts';
import { type Optimizer, parseOptimizer } from '../optimizers/optimizer.ts';
import { parseSchedule, type Schedule } from '../schedules/schedule.ts';
import type { BatchSource } from './batch-source.ts';
import type { TrainingProgress } from './training-progress.ts';
import type { EpochReport } from './training-report.ts';

/** Where a training is kept from time to time, so that it can go on after an interruption. */
export interface TrainingCheckpoints {
  /** Minutes between two of them; 0 for one after each batch. @default 10 */
  readonly everyMinutes?: number | undefined;
  /**
   * Keeps one, in place of those before. Called also when the training ends, is aborted or fails, but never with numbers
   * that are not finite. The training waits for it; what it throws ends the training.
   */
  readonly save: (checkpoint: Uint8Array<ArrayBuffer>) => void | Promise<void>;
  /** What was kept last; the training goes on from there. @default begins anew */
  readonly resumeFrom?: Uint8Array | undefined;
}

/** What `trainNetwork` learns from, by what rule, for how long, and who is told. */
export interface TrainNetworkOptions {
  /** What is learned from; `createBatchSource` of `@fashion-mnist/transforms/batches` makes one. */
  readonly batches: BatchSource;
  /** Passes through the images, at least 1. */
  readonly epochs: number;
  /** What is made small. */
  readonly loss: Loss;
  /** What makes steps of gradients. */
  readonly optimizer: Optimizer;
  /** The learning rate over all steps, which are epochs times batches. */
  readonly schedule: Schedule;
  /** The greatest global norm of gradients; greater ones are scaled down. `null` for any. @default null */
  readonly gradientClipping?: number | null | undefined;
  /**
   * Decay of exponential moving averages of parameters and statistics, `0 < x < 1`, with which validation computes and
   * which the network has at the end. `null` for none. @default null
   */
  readonly average?: number | null | undefined;
  /** Decides what dropout drops: a whole number, `0..2^53-1`. @default 0 */
  readonly seed?: number | undefined;
  /** Images to measure the network with after each epoch, without augmentation: not the test images. @default none */
  readonly validation?: BatchSource | undefined;
  /**
   * What tells these batches from others of the same number, for example the digest of the images and of what is done to
   * them: a checkpoint of a training with another text is refused. `null` for nothing. @default null
   */
  readonly data?: string | null | undefined;
  /** Where the training is kept, so that it goes on after an interruption to the same network. @default nowhere */
  readonly checkpoint?: TrainingCheckpoints | undefined;
  /** When it is aborted, a checkpoint is saved, and the training rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told of batches, epochs and their figures. What it throws ends the training. */
  readonly onProgress?: ((event: TrainingProgress) => void) | undefined;
  /**
   * Told what has come of each epoch, while the network is as it will be at the end (with averages): it may answer for
   * images. The training waits for it; what it throws ends the training.
   */
  readonly onEpoch?: ((report: EpochReport) => void | Promise<void>) | undefined;
}

/** What a training does, without what watches and keeps it: two trainings with the same one do the same. */
export interface TrainingRecipe {
  readonly epochs: number;
  readonly batches: SourceSize;
  readonly validation: SourceSize | null;
  readonly data: string | null;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
  readonly gradientClipping: number | null;
  readonly average: number | null;
  readonly seed: number;
}

type SourceSize = Pick<BatchSource, 'imageCount' | 'batchSize' | 'batchCount'>;

const RULES = {
  epochs: whole(1, { min: 1 }),
  gradientClipping: orNull(real(1, { above: 0 })),
  average: orNull(real(0.999, { above: 0, below: 1 })),
  seed: whole(0, { min: 0 }),
} satisfies OptionRules<Pick<TrainingRecipe, 'epochs' | 'gradientClipping' | 'average' | 'seed'>>;

/** @throws {ModelsError} `E_OPTION` - an option is not valid; `E_SHAPE` - a source has no batches. */
export function trainingRecipe(options: TrainNetworkOptions): TrainingRecipe {
  const { epochs, gradientClipping, average, seed } = options;
  return {
    ...resolveOptions('trainNetwork', RULES, { epochs, gradientClipping, average, seed }),
    batches: sizeOf('batches', options.batches),
    validation: options.validation === undefined ? null : sizeOf('validation', options.validation),
    data: options.data ?? null,
    loss: parseLoss(options.loss),
    optimizer: parseOptimizer(options.optimizer),
    schedule: parseSchedule(options.schedule),
  };
}

function sizeOf(name: string, { imageCount, batchSize, batchCount }: BatchSource): SourceSize {
  if (batchCount > 0) return { imageCount, batchSize, batchCount };
  throw new ModelsError('E_SHAPE', `trainNetwork.${name}: expected at least one batch, got none`);
}
