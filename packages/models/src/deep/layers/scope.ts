import type { Tensor } from '@tensorflow/tfjs-core';

/** What a layer computes with: the arrays at its place in the network, and whether it learns. */
export interface Scope {
  /** Whether this is a step of training: dropout drops, batch normalisation takes the batch's own statistics. */
  readonly isTraining: boolean;
  /** A seed for this layer in this step, an unsigned 32-bit integer: the same for the same network, seed and step. */
  readonly seed: number;
  /** What the network was given, when training: nobody asks for a gradient by it. */
  readonly input: Tensor | undefined;
  /** The current value of a parameter of the layer; borrowed. */
  parameter(name: string): Tensor;
  /** Follows a statistic: called at most once per parameter and step, takes effect when the step is done. */
  follow(name: string, value: Tensor): void;
  /** The scope of a child. */
  child(index: number): Scope;
}
