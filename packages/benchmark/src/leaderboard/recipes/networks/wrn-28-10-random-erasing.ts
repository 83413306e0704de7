import type { NetworkRecipe } from '../network-recipe.ts';
import { BY_MNIST } from './pipelines.ts';

export const wrn2810RandomErasing: NetworkRecipe = {
  row: 'wrn-28-10-random-erasing',
  network: 'wrn-28-10',
  pipelines: { train: 'wrn-28-10-random-erasing', judged: BY_MNIST },
  batchSize: 128,
  epochs: 300,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true, l2: 5e-4 },
  schedule: { kind: 'step', rate: 0.1, milestones: [0.5, 0.75], factor: 0.1 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen: 'Settings of the paper or of the code that the row names; nothing was tried on test images.',
  deviations: [
    "The code's defaults. The submitter reports the best epoch by test images; here the last one counts.",
  ],
};
