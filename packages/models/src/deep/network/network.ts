import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Layer, ParameterSpec } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';

/** A parameter at its place in a network. */
export interface NetworkParameter {
  /** The way to it: indices of children and its name, as in `3.0.kernel`. */
  readonly path: string;
  readonly spec: ParameterSpec;
  readonly variable: Variable;
}

/** How one step of training computes. */
export interface TrainingStep {
  /** Decides what dropout drops, together with the layer's place: an unsigned 32-bit integer. */
  readonly seed: number;
}

/** An architecture with its parameters, on the current backend of tfjs. */
export interface Network {
  /** For example `resnet18`. */
  readonly name: string;
  readonly architecture: Layer;
  /** Of one image: `[height, width, channels]`. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** In the order of the layers. */
  readonly parameters: readonly NetworkParameter[];
  /** How many numbers are learned; those of statistics are not counted. */
  readonly parameterCount: number;
  /**
   * Answers for a batch as the network stands: no dropout, statistics as followed.
   *
   * @param x - Shape `[batchSize, ...inputShape]`, float32; borrowed.
   * @returns Shape `[batchSize, ...outputShape]`; to be disposed by the caller (or a surrounding `tidy`).
   */
  predict(x: Tensor): Tensor;
  /**
   * Answers for a batch of training, to be called in the gradient's function: gradients go to the parameters, not all to
   * `x`. Statistics that were followed are applied by `applyStatistics`, outside of it.
   */
  train(x: Tensor, step: TrainingStep): Tensor;
  /** Moves followed statistics into their parameters; to be called once after each `train`. */
  applyStatistics(): void;
  /** Frees followed statistics that are not to be applied, as those of a step that has failed. */
  dropStatistics(): void;
  /**
   * The features before the last dense layer (without one: before the last layer that has a kernel), shape
   * `[batchSize, featureCount]`; to be disposed by the caller.
   */
  embed(x: Tensor): Tensor;
  /** Frees the parameters. */
  dispose(): void;
}
