import { elementCount } from '@fashion-mnist/core';
import type { Layer, ParameterSpec } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';

/** A layer at its place in an architecture. */
export interface Place {
  readonly layer: Layer;
  /** Indices of children from the architecture on: empty for the architecture itself. */
  readonly path: readonly number[];
  /** The shape that the layer is given. */
  readonly input: Shape;
}

/** All layers of an architecture: each before those that it is made of, these in their order. */
export function places(layer: Layer, input: Shape, path: readonly number[] = []): readonly Place[] {
  const shapes = layer.childShapes(input);
  const below = layer.children.map((child, i) => places(child, shapes[i]!, [...path, i]));
  return [{ layer, path, input }, ...below.flat()];
}

/** All parameters of an architecture, in the order of its layers. */
function parameterSpecs(architecture: Layer, input: Shape): readonly ParameterSpec[] {
  return places(architecture, input).flatMap((place) => place.layer.parameters(place.input));
}

/**
 * How many numbers a network learns, from its architecture alone; statistics are not counted.
 *
 * @param input - Of one sample: `[height, width, channels]`.
 */
export function parameterCount(architecture: Layer, input: Shape): number {
  const specs = parameterSpecs(architecture, input).filter((spec) => spec.isTrainable);
  return specs.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

/**
 * How many multiplications, each with an addition, kernels of a network do for one sample. Normalisation, pooling and
 * activations are not counted, as is usual.
 *
 * @param input - Of one sample: `[height, width, channels]`.
 */
export function multiplyAdds(architecture: Layer, input: Shape): number {
  return places(architecture, input).reduce((sum, place) => sum + place.layer.multiplyAdds(place.input), 0);
}
