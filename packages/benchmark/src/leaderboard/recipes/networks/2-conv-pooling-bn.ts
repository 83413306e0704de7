import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const twoConvPoolingBn: NetworkRecipe = {
  row: '2-conv-pooling-bn',
  network: '2-conv-pooling-bn',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 30,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 0.001 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['Batches, optimizer and epochs of the notebook were not found: they are our choice.'],
};
