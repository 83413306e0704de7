import { type Layer, networks } from '@fashion-mnist/models/deep';
import { TRAINING_NETWORKS } from '../training-networks.ts';

/** The networks of `torch_networks.py`. */
export const INFERENCE_NETWORKS: Readonly<Record<string, Layer>> = {
  ...TRAINING_NETWORKS,
  resnet18: requireNetwork('resnet18'),
};

function requireNetwork(name: string): Layer {
  const builder = networks[name];
  if (builder === undefined) throw new RangeError(`expected a network of the leaderboard, got ${name}`);
  return builder.build();
}
