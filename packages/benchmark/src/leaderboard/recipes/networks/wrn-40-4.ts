import type { NetworkRecipe } from '../network-recipe.ts';
import { BY_FASHION } from './pipelines.ts';

export const wrn404: NetworkRecipe = {
  row: 'wrn-40-4',
  network: 'wrn-40-4',
  pipelines: { train: 'wrn-40-4', judged: BY_FASHION },
  batchSize: 128,
  epochs: 300,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true, l2: 5e-4 },
  schedule: { kind: 'step', rate: 0.1, milestones: [0.3, 0.6, 0.8], factor: 0.2 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen: 'Settings of the paper or of the code that the row names; nothing was tried on test images.',
  deviations: [
    '300 epochs, of which the submitter speaks; where the rate falls is from the paper, which has 200.',
    'The submitter speaks of 0.9607 elsewhere; where 0.967 comes from is not explained.',
  ],
};
