import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const threeConvPoolingBn: NetworkRecipe = {
  row: '3-conv-pooling-bn',
  network: '3-conv-pooling-bn',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 100,
  epochs: 8,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'sgd' },
  schedule: { kind: 'constant', rate: 0.01 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen: "The row's own settings.",
  deviations: [],
};
