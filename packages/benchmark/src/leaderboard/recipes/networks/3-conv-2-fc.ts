import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const threeConv2Fc: NetworkRecipe = {
  row: '3-conv-2-fc',
  network: '3-conv-2-fc',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 20,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 0.001 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: ['The network was not found in the repository: all settings are our choice.'],
};
