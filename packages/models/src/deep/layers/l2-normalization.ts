import { add, div, sqrt, square, sum } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { featureCountOf } from './shape.ts';

/** Keeps the gradient finite where all features are 0. */
export const LENGTH_EPSILON = 1e-12;

/** Gives features the length 1: a layer that keeps the shape `[features]`. */
export function l2Normalization(): Layer {
  return createLayer({
    kind: 'l2-normalization',
    outputShape: (input) => [featureCountOf('l2-normalization', input)],
    apply: (x) => div(x, sqrt(add(sum(square(x), 1, true), LENGTH_EPSILON))),
  });
}
