import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const twoConv2Fc: NetworkRecipe = {
  row: '2-conv-2-fc',
  network: '2-conv-2-fc',
  pipelines: {
    train: {
      steps: [{ operation: 'random-flip', axis: 'horizontal', probability: 0.5 }, ...UNIT.steps],
    },
    judged: UNIT,
  },
  batchSize: 100,
  epochs: 30,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'sgd' },
  schedule: { kind: 'constant', rate: 0.015 },
  gradientClipping: null,
  average: null,
  flips: false,
  seed: 42,
  chosen: "The row's own settings.",
  deviations: [
    'The code turns all images by a quarter, which changes nothing for a network that learns from turned ones alone; left out.',
    'Pixels are 0..1, in the code 0..255.',
  ],
};
