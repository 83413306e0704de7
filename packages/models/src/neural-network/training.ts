import type { FitRun } from '../classifier.ts';
import type { FeatureMatrix } from '../samples/features.ts';
import type { NetworkWeights } from './network-weights.ts';

/** What a network learns from. */
export interface TrainingData {
  readonly matrix: FeatureMatrix;
  /** The class of each sample, `0..classCount - 1`. */
  readonly codes: Int32Array;
  readonly classCount: number;
}

/** What training has come to. */
export interface Training {
  readonly weights: NetworkWeights;
  /** Epochs, or iterations of L-BFGS. */
  readonly nIter: number;
  /** Of the last epoch or iteration. */
  readonly loss: number;
  /** The least one; null where validation decides, and with L-BFGS. */
  readonly bestLoss: number | null;
  /** Of each epoch; empty with L-BFGS. */
  readonly lossCurve: Float64Array;
  /** Accuracy on the samples kept aside, of each epoch; empty where there are none. */
  readonly validationScores: Float64Array;
}

export type TrainingRun = Pick<FitRun, 'signal' | 'onProgress'>;
