import type { NetworkRecipe } from '../network-recipe.ts';
import { BY_FASHION } from './pipelines.ts';

export const densenetBc: NetworkRecipe = {
  row: 'densenet-bc',
  network: 'densenet-bc',
  pipelines: { train: 'densenet-bc', judged: BY_FASHION },
  batchSize: 64,
  epochs: 100,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true, l2: 1e-4 },
  schedule: { kind: 'step', rate: 0.1, milestones: [0.5, 0.75], factor: 0.1 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen: 'Settings of the paper or of the code that the row names; nothing was tried on test images.',
  deviations: ['The submitter reached 0.9536 after 100 epochs; 0.954 came later.'],
};
