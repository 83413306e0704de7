import type { NetworkRecipe } from '../network-recipe.ts';
import { BY_MNIST } from './pipelines.ts';

export const dualPathWrn2810: NetworkRecipe = {
  row: 'dual-path-wrn-28-10',
  network: 'dual-path-wrn-28-10',
  pipelines: { train: 'dual-path-wrn-28-10', judged: BY_MNIST },
  batchSize: 128,
  epochs: 200,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true, l2: 5e-4 },
  schedule: { kind: 'step', rate: 0.1, milestones: [0.3, 0.6, 0.8], factor: 0.2 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen: 'Settings of the paper or of the code that the row names; nothing was tried on test images.',
  deviations: ['Batches and epochs of the code were not read: those of wide residual networks.'],
};
