import { abs, add } from '@tensorflow/tfjs-core';
import type { Layer } from '../../layers/layer.ts';
import type { Shape } from '../../layers/shape.ts';
import { createNetwork } from '../../network/create-network.ts';
import type { Network } from '../../network/network.ts';
import { randomTensor } from '../../testing/random-tensor.ts';

/** A network whose biases and statistics are random too, so that none can be lost without being noticed. */
export function randomNetwork(architecture: Layer, inputShape: Shape): Network {
  const network = createNetwork(architecture, { name: 'random', inputShape, seed: 1 });
  network.parameters.forEach(({ path, spec, variable }, index) => {
    if (spec.initializer.kind !== 'constant') return;
    const values = randomTensor(spec.shape, 100 + index);
    variable.assign(path.endsWith('movingVariance') ? add(abs(values), 0.5) : values);
  });
  return network;
}
