import type { LINEAR_LOSSES } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../../samples/features.ts';

export type LinearLossName = (typeof LINEAR_LOSSES)[number];

/** Samples of which a linear model shall tell the classes. */
export interface LinearProblem {
  readonly matrix: FeatureMatrix;
  /** The class of each sample, `0..classCount - 1`. */
  readonly codes: Int32Array;
  readonly classCount: number;
  /** How much each sample counts. @default all the same */
  readonly weights?: Float64Array | undefined;
  /**
   * How much, on top, the samples of the rest and of its class count for the output of each class; shape
   * `[classCount, 2]`. Not for `multinomial`.
   *
   * @default all the same
   */
  readonly sideWeights?: Float64Array | undefined;
}

/** Some outputs of a linear model: `coef · x + intercept`. */
export interface LinearOutputs {
  /** Which class each output tells from the rest. */
  readonly classes: readonly number[];
  /** Shape `[classes.length, featureCount]`. */
  readonly coef: Float64Array;
  /** Shape `[classes.length]`. */
  readonly intercept: Float64Array;
}

/** The losses of outputs, that of `multinomial` in the first place, and their gradients; in the order of the outputs. */
export interface LossOfOutputs {
  /** Shape `[classes.length]`. */
  readonly losses: Float64Array;
  /** Shape `[classes.length, featureCount]`. */
  readonly coefGradient: Float64Array;
  /** Shape `[classes.length]`. */
  readonly interceptGradient: Float64Array;
}
