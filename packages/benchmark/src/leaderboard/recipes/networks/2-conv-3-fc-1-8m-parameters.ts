import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const twoConv3Fc18mParameters: NetworkRecipe = {
  row: '2-conv-3-fc-1-8m-parameters',
  network: '2-conv-3-fc-1-8m-parameters',
  pipelines: { train: '2-conv-3-fc-1-8m-parameters', judged: UNIT },
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
  deviations: ['The notebook could not be read: all settings are our choice.'],
};
