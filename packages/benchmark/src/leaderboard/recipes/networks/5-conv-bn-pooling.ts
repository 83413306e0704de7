import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const fiveConvBnPooling: NetworkRecipe = {
  row: '5-conv-bn-pooling',
  network: '5-conv-bn-pooling',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 20,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 0.003 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['The gist could not be read: all settings are our choice.'],
};
