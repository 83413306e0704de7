import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const twoConvPoolingKashifRasul: NetworkRecipe = {
  row: '2-conv-pooling-kashif-rasul',
  network: '2-conv-pooling-kashif-rasul',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 12,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'constant', rate: 0.001 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: [
    "The gist could not be read: batches and epochs of Keras' example, and Adam in place of its Adadelta.",
  ],
};
