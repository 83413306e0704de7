import type { NdArray } from '@fashion-mnist/core';
import type { LongRun, Samples } from '@fashion-mnist/kernels';

/** One class label per sample, whole numbers. */
export type Labels = Uint8Array | Int32Array;

/** Something that learns to tell classes apart. */
export interface Classifier<Fitted extends FittedClassifier = FittedClassifier> {
  fit(x: Samples, y: Labels, run?: LongRun): Promise<Fitted>;
}

/** What a classifier becomes by learning. It never changes. */
export interface FittedClassifier {
  /** The labels seen in fitting, ascending. */
  readonly classes: Int32Array;
  /** Shape of the answer: one label per sample. */
  predict(x: Samples, run?: LongRun): Promise<Int32Array>;
  /** Shape of the answer: `[sampleCount, classes.length]`, rows add to 1. */
  predictProba?(x: Samples, run?: LongRun): Promise<NdArray<Float32Array>>;
}
