import { add } from '@tensorflow/tfjs-core';
import { createLayer } from '../layers/create-layer.ts';
import type { Layer } from '../layers/layer.ts';

/** Adds a parameter to what it is given, so that a gradient by the input of the layer behind it can be asked for. */
export function shift(): Layer {
  return createLayer({
    kind: 'shift',
    outputShape: (input) => input,
    parameters: (input) => [
      {
        name: 'shift',
        shape: input,
        initializer: { kind: 'normal', deviation: 0.5 },
        isTrainable: true,
        isDecayed: false,
      },
    ],
    apply: (x, scope) => add(x, scope.parameter('shift')),
  });
}
