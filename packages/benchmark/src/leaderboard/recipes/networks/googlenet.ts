import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const googlenet: NetworkRecipe = {
  row: 'googlenet',
  network: 'googlenet',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 20,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam', decay: 0.05 },
  schedule: { kind: 'one-cycle', maxRate: 0.002 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['The network was not found in the repository: all settings are our choice.'],
};
