import { elementCount, listOf, type OptionRules, whole } from '@fashion-mnist/core';
import { reshape as reshapeTensor } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';
import { type Shape, shapeError } from './shape.ts';

/** Options of a change of shape. */
export interface ReshapeOptions {
  /** Of one sample, with as many values as before. */
  readonly shape: Shape;
}

const RULES: OptionRules<ReshapeOptions> = { shape: required(listOf([], whole(1, { min: 1 }))) };

/**
 * Gives the same values in another shape.
 *
 * @returns A layer to `shape`, without parameters.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 */
export function reshape(options: ReshapeOptions): Layer {
  const resolved = resolveLayerOptions('reshape', RULES, options);
  const { shape } = resolved;
  return createLayer({
    kind: 'reshape',
    options: resolved,
    outputShape(input) {
      if (elementCount(input) !== elementCount(shape))
        throw shapeError('reshape', `${elementCount(shape)} values`, input);
      return shape;
    },
    apply: (x) => reshapeTensor(x, [x.shape[0], ...shape]),
  });
}
