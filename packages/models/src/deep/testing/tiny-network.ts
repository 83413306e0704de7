import { batchNormalization } from '../layers/batch-normalization.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { flatten } from '../layers/flatten.ts';
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
export function tinyNetwork({ seed = 1, units = 6, name = 'tiny' }: TinyNetworkOptions = {}): Network {
  const architecture = sequence(
    convolution({ filters: 2, size: 3, bias: false }),
    batchNormalization({ activation: 'relu' }),
    flatten(),
    dropout({ rate: 0.1 }),
    dense({ units, activation: 'relu' }),
    dense({ units: CLASSES }),
  );
  return createNetwork(architecture, { name, inputShape: [4, 4, 1], seed });
}
