import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const gruSvmDropout: NetworkRecipe = {
  row: 'gru-svm-dropout',
  network: 'gru-svm-dropout',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 256,
  epochs: 100,
  loss: { kind: 'squared-hinge' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'constant', rate: 0.001 },
  gradientClipping: 1,
  average: null,
  flips: false,
  seed: 42,
  chosen: "The row's own settings.",
  deviations: [
    'Gradients are clipped.',
    'No penalty on weights. Losses are means over classes, not sums; Adam takes the same steps for both.',
  ],
};
