import type { GaussianProcessKernel } from './gaussian-process-options.ts';

/** What has been learned of a choice between two sides. */
export interface BinaryModel {
  readonly kernel: Pick<GaussianProcessKernel, 'constant' | 'lengthScale'>;
  /** Covariances of a sample with those that were learned from, times these, are its latent value. */
  readonly residuals: Float64Array;
  /** Roots of the curvature of the likelihood: how much each sample takes of the variance. */
  readonly roots: Float64Array;
  readonly logMarginalLikelihood: number;
}
