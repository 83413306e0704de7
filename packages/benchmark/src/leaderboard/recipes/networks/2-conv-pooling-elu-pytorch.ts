import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const twoConvPoolingElu: NetworkRecipe = {
  row: '2-conv-pooling-elu-pytorch',
  network: '2-conv-pooling-elu-pytorch',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 100,
  epochs: 10,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 0.003 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['The repository could not be read: all settings are our choice.'],
};
