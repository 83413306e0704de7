import type { ProgressEvent } from '@fashion-mnist/core';

/**
 * How far a training is. Stages: `train` (after each batch), `validate` (after each batch of validation), `epoch` (after
 * each epoch); images are counted.
 */
export interface TrainingProgress extends ProgressEvent {
  readonly stage: 'train' | 'validate' | 'epoch';
  /** The current epoch, from 1. */
  readonly epoch: number;
  /** Mean of the epoch so far; of the validation images in the stages `validate` and `epoch`, where there are any. */
  readonly loss: number;
  /** As `loss`; `null` where answers are no scores of classes. */
  readonly accuracy: number | null;
  /** An estimate for the whole training, without validation and checkpoints; missing before the first batch is done. */
  readonly secondsLeft?: number;
}
