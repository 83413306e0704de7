import { elementCount } from '@fashion-mnist/core';
import { reshape as reshapeTensor } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';

/** Gives all values of a sample in a row, from `[...shape]` to `[features]`. */
export function flatten(): Layer {
  return createLayer({
    kind: 'flatten',
    outputShape: (input) => [elementCount(input)],
    apply: (x) => reshapeTensor(x, [x.shape[0], elementCount(x.shape.slice(1))]),
  });
}
