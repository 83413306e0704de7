import type { NetworkRecipe } from '../network-recipe.ts';
import { UNIT } from './pipelines.ts';

export const alexnetTripletLoss: NetworkRecipe = {
  row: 'alexnet-triplet-loss',
  network: 'alexnet-triplet-loss',
  pipelines: { train: UNIT, judged: UNIT },
  batchSize: 128,
  epochs: 30,
  loss: { kind: 'triplet', margin: 0.2 },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'one-cycle', maxRate: 5e-4 },
  gradientClipping: 1,
  average: null,
  flips: false,
  seed: 42,
  chosen:
    'Where the row gives no settings or needs too many epochs: from what is known of such networks, before the first run. Nothing was tried on test images.',
  deviations: [
    'Triplets are the hardest of each batch. Labels are those of the 5 nearest training images; how the row labels is unknown.',
  ],
};
