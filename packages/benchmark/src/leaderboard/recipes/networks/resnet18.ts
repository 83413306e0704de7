import type { NetworkRecipe } from '../network-recipe.ts';
import { BY_MNIST } from './pipelines.ts';

export const resnet18: NetworkRecipe = {
  row: 'resnet18',
  network: 'resnet18',
  pipelines: { train: 'resnet18', judged: BY_MNIST },
  batchSize: 128,
  epochs: 30,
  loss: { kind: 'cross-entropy', labelSmoothing: 0.1 },
  optimizer: { kind: 'sgd', momentum: 0.9, nesterov: true, l2: 5e-4 },
  schedule: { kind: 'one-cycle', maxRate: 0.1 },
  gradientClipping: null,
  average: 0.999,
  flips: true,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: [
    'The repository has no ResNet: all settings but the preprocessing are our choice.',
    'Answers are means of those for an image and its mirror image.',
  ],
};
