/** How well a network did on some images. */
export interface Score {
  /** Mean over images. */
  readonly loss: number;
  /** The share of images whose likeliest class is that of the target; `null` where answers are no scores of classes. */
  readonly accuracy: number | null;
}

/** What came of one epoch. */
export interface EpochReport extends Score {
  /** From 1. */
  readonly epoch: number;
  /** Of the last step. */
  readonly learningRate: number;
  /** `null` without validation. */
  readonly validation: Score | null;
}

/** What came of a training. */
export interface TrainingReport {
  readonly epochs: readonly EpochReport[];
  /** Steps in all, those before a resumption too. */
  readonly stepCount: number;
  /** How long this call took. */
  readonly seconds: number;
}
