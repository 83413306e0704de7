import type { PipelineDocument } from '@fashion-mnist/transforms';

/** Pixels between 0 and 1. */
export const UNIT: PipelineDocument = { steps: [{ operation: 'scale-to-unit' }] };

/** By MNIST's mean and deviation, as many rows' code does with Fashion-MNIST, too. */
export const BY_MNIST: PipelineDocument = {
  steps: [{ operation: 'normalize', mean: 0.1307, std: 0.3081 }],
};

/** By the mean and deviation of Fashion-MNIST's training images. */
export const BY_FASHION: PipelineDocument = {
  steps: [{ operation: 'normalize', mean: 0.286040597, std: 0.3530242445 }],
};
