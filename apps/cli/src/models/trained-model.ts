import type { NdArray, ProgressListener } from '@fashion-mnist/core';
import type { LearnedFrom } from './model-notes.ts';

interface ModelRun {
  readonly signal: AbortSignal;
  readonly onProgress?: ProgressListener;
}

/** What a model computes with. */
export type Prepared = NdArray<Uint8Array | Float32Array>;

/** A model of a file, whatever its kind. */
export interface TrainedModel {
  /** Of the classifier, or of the network. */
  readonly name: string;
  readonly learnedFrom: LearnedFrom;
  /** The labels that it knows. */
  readonly classes: Int32Array;
  /** What is done to pictures, shape `[count, height, width]`, before the model sees them. */
  prepare(images: NdArray<Uint8Array>, run: ModelRun): Promise<Prepared>;
  /** A label for each picture. */
  predict(prepared: Prepared, run: ModelRun): Promise<Int32Array>;
  /** Shape `[count, classCount]`; missing where the model knows no probabilities. */
  predictProba?(prepared: Prepared, run: ModelRun): Promise<NdArray<Float32Array | Float64Array>>;
  dispose(): Promise<void>;
}
