import type { NetworkRecipe } from '../network-recipe.ts';
import { BY_FASHION } from './pipelines.ts';

export const cnnOptionalShortcuts: NetworkRecipe = {
  row: 'cnn-optional-shortcuts',
  network: 'cnn-optional-shortcuts',
  pipelines: { train: 'cnn-optional-shortcuts', judged: BY_FASHION },
  batchSize: 128,
  epochs: 50,
  loss: { kind: 'cross-entropy', labelSmoothing: 0.1 },
  optimizer: { kind: 'adam', decay: 0.05 },
  schedule: { kind: 'one-cycle', maxRate: 0.005 },
  gradientClipping: null,
  average: 0.999,
  flips: true,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['The repository could not be read: all settings are our choice.'],
};
