import { GLOROT_UNIFORM as initializer } from '../initializers/initializer.ts';
import { dense } from '../layers/dense.ts';
import { dropout } from '../layers/dropout.ts';
import { gru } from '../layers/gru.ts';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import { type BuildOptions, IMAGE_SHAPE, type NetworkBuilder } from './network-builder.ts';

const DEVIATIONS = [
  'The code gives a batch the states that the batch before it ended with; here every image begins with zeros.',
  'Biases begin with 0; there with 1 in the gates and 0.1 in the last layer.',
];

/** Gated recurrent units over the rows of an image, and scores for the loss of a support vector machine. */
export const gruSvm: NetworkBuilder = {
  name: 'gru-svm',
  title: 'GRU+SVM (@AFAgarap)',
  rows: ['gru-svm'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://gist.githubusercontent.com/AFAgarap/92c1c4a5dd771999b0201ec0e7edfee0/raw/828fbda0e466dacb1fad66549e0e3022e1c7263a/gru_svm_zalando.py',
    'https://arxiv.org/abs/1709.03082',
  ],
  deviations: DEVIATIONS,
  build: (options) => sequence(...recurrentScores(options)),
};

/** The same with some of the pixels dropped. */
export const gruSvmDropout: NetworkBuilder = {
  name: 'gru-svm-dropout',
  title: 'GRU+SVM with dropout (@AFAgarap)',
  rows: ['gru-svm-dropout'],
  inputShape: IMAGE_SHAPE,
  source: [
    'https://gist.githubusercontent.com/AFAgarap/92c1c4a5dd771999b0201ec0e7edfee0/raw/58dbe7cd8b0d83e4386cd6896766113b1a9af096/gru_svm_zalando_dropout.py',
    'https://arxiv.org/abs/1709.03082',
  ],
  deviations: DEVIATIONS,
  build: (options) => sequence(dropout({ rate: 0.15 }), ...recurrentScores(options)),
};

function recurrentScores({ classCount = 10 }: BuildOptions = {}): readonly Layer[] {
  return [gru({ units: 256, reset: 'before' }), dense({ units: classCount, initializer })];
}
