import type { EpochReport } from './training-report.ts';

/** Sums over the images of an epoch so far. */
export interface EpochSums {
  readonly imageCount: number;
  readonly loss: number;
  readonly correct: number;
}

/** How far a training is, beside its arrays. */
export interface TrainingState {
  /** Epochs that are done. */
  readonly epoch: number;
  /** Batches of the current epoch that are done. */
  readonly batch: number;
  readonly sums: EpochSums;
  readonly history: readonly EpochReport[];
}

export const NO_SUMS: EpochSums = { imageCount: 0, loss: 0, correct: 0 };

export const AT_START: TrainingState = { epoch: 0, batch: 0, sums: NO_SUMS, history: [] };
