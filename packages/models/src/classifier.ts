import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { ModelDocument } from './persistence/model-document.ts';
import type { ModelState } from './persistence/model-state.ts';
import type { Features } from './samples/features.ts';

/** One class label per sample, whole numbers. */
export type Labels = Uint8Array | Int32Array;

/** How to learn. */
export interface FitRun extends ComputeRun {
  /** Where chance begins; the same seed gives the same model. A whole number `0..2^53 - 1`. @default 0 */
  readonly seed?: number | undefined;
  /** How much each sample counts, at least 0. @default all the same */
  readonly sampleWeight?: ArrayLike<number> | undefined;
}

/** Something that learns to tell classes apart. */
export interface Classifier<Fitted extends FittedClassifier = FittedClassifier> {
  /** All options, with the defaults of those that were left out. */
  readonly options: Readonly<object>;
  fit(x: Features, y: Labels, run?: FitRun): Promise<Fitted>;
}

/** What a classifier becomes by learning. It never changes. */
export interface FittedClassifier {
  /** The labels seen in fitting, ascending. */
  readonly classes: Int32Array;
  /** Features of a sample. */
  readonly featureCount: number;
  /** One label per sample. */
  predict(x: Features, run?: ComputeRun): Promise<Int32Array>;
  /** Shape of the answer: `[sampleCount, classes.length]`, rows add to 1. */
  predictProba?(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** How sure it is: shape `[sampleCount, classes.length]`; of two classes `[sampleCount]`, above 0 for the second. */
  decisionFunction?(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Share of the samples whose label is predicted, `0..1`. */
  score(x: Features, y: Labels, run?: ComputeRun): Promise<number>;
  /** What `saveModel` saves. Its arrays are the model's own: borrowed, not to be changed. */
  state(): ModelState;
  /** The model as a JSON document, from which `loadModel` restores it. */
  toJSON(): ModelDocument;
  /** Gives back threads and memory, where the model holds any; it predicts no more. */
  dispose?(): Promise<void>;
}
