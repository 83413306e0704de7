import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const vgg16: NetworkRecipe = {
  row: 'vgg16',
  network: 'vgg16',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 30,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 2e-4 },
  gradientClipping: 1,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['Batches, optimizer and epochs of the code were not read: they are our choice.'],
};
