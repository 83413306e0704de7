import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const squeezenet: NetworkRecipe = {
  row: 'squeezenet',
  network: 'squeezenet',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 20,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'cyclical', minRate: 1e-4, maxRate: 0.001, cycles: 4 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: [
    '20 epochs of 200, as these would take over six hours on two cores; four cycles.',
    'The archive could not be read: the other settings are our choice.',
  ],
};
