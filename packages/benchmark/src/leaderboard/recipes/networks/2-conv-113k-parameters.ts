import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const twoConv113kParameters: NetworkRecipe = {
  row: '2-conv-113k-parameters',
  network: '2-conv-113k-parameters',
  pipelines: { train: '2-conv-113k-parameters', judged: UNIT },
  batchSize: 128,
  epochs: 50,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 0.002 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['Batches and epochs of the notebook were not found: they are our choice.'],
};
