import { add, mean, mul, scalar, sub } from '@tensorflow/tfjs-core';
import { convolution } from '../layers/convolution.ts';
import { createLayer } from '../layers/create-layer.ts';
import { dense } from '../layers/dense.ts';
import { flatten } from '../layers/flatten.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { createNetwork } from '../network/create-network.ts';
import type { Network } from '../network/network.ts';
import { CLASSES } from './tiny-source.ts';

export interface TinyNetworkOptions {
  readonly seed?: number;
  readonly units?: number;
  readonly name?: string;
}

/** A small network whose steps depend on all that a step may depend on: the seed, and statistics that it follows. */
export function tinyNetwork({ seed = 1, units = 5, name = 'tiny' }: TinyNetworkOptions = {}): Network {
  const architecture = sequence(
    convolution({ filters: 2, size: 3, activation: 'relu' }),
    centring(),
    flatten(),
    dense({ units, activation: 'relu' }),
    dense({ units: CLASSES }),
  );
  return createNetwork(architecture, { name, inputShape: [4, 4, 1], seed });
}

/** Takes the mean away, that of the batch or that which was followed, and scales by chance when training. */
function centring(): Layer {
  const middle = {
    name: 'middle',
    shape: [],
    initializer: { kind: 'constant', value: 0 } as const,
    isTrainable: false,
    isDecayed: false,
  };
  return createLayer({
    kind: 'centring',
    outputShape: (input) => input,
    parameters: () => [middle],
    apply(x, scope) {
      if (!scope.isTraining) return sub(x, scope.parameter('middle'));
      const batchMean = mean(x);
      scope.follow('middle', add(mul(scope.parameter('middle'), 0.9), mul(batchMean, 0.1)));
      return mul(sub(x, batchMean), scalar(0.75 + scope.seed / 2 ** 33));
    },
  });
}
