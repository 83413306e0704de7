import type { Tensor } from '@tensorflow/tfjs-core';
import type { JsonValue } from '../../persistence/model-state.ts';
import type { Initializer } from '../initializers/initializer.ts';
import type { Scope } from './scope.ts';
import type { Shape } from './shape.ts';

/** An array that a layer keeps: weights that are learned, or statistics that are only followed. */
export interface ParameterSpec {
  /** Unique in its layer: `kernel`, `bias`, `scale`, `offset`, `movingMean`, … */
  readonly name: string;
  readonly shape: Shape;
  readonly initializer: Initializer;
  /** Statistics are not: they change while training, but not along a gradient. */
  readonly isTrainable: boolean;
  /** Whether weight decay applies: to kernels, not to biases, scales and offsets. */
  readonly isDecayed: boolean;
}

/**
 * A layer as a value: what it computes, without the arrays that it computes with. Layers are joined by layers
 * (`sequence`, `sum`, `concatenate`), so that a whole architecture is a layer too, and goes to JSON and back.
 */
export interface Layer {
  /** Kebab-case, the name of the function that makes it: `convolution`, `batch-normalization`, `sequence`. */
  readonly kind: string;
  /** What the function was given, with defaults filled in. */
  readonly options: Readonly<Record<string, JsonValue>>;
  /** The layers that it is made of, in order. */
  readonly children: readonly Layer[];
  /** @throws {ModelsError} `E_SHAPE` - it cannot take samples of that shape. */
  outputShape(input: Shape): Shape;
  /** Its own parameters, without those of its children. */
  parameters(input: Shape): readonly ParameterSpec[];
  /** Multiplications, each with an addition, of its own kernels for one sample; its children's are not counted. */
  multiplyAdds(input: Shape): number;
  /** The shape that each child is given. */
  childShapes(input: Shape): readonly Shape[];
  /**
   * Computes on a batch.
   *
   * @param x - Shape `[batchSize, ...input]`, float32; borrowed.
   */
  apply(x: Tensor, scope: Scope): Tensor;
}
