import { mean } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { imageShape } from './shape.ts';

/** Gives the mean of each channel: a layer from `[height, width, channels]` to `[channels]`. */
export function globalAveragePooling(): Layer {
  return createLayer({
    kind: 'global-average-pooling',
    outputShape: (input) => [imageShape('global-average-pooling', input)[2]],
    apply: (x) => mean(x, [1, 2]),
  });
}
