import type { KernelName } from '@fashion-mnist/kernels';
import { conversionCases } from './conversion.ts';
import { countingSortCases } from './counting-sort.ts';
import { covarianceCases } from './covariance.ts';
import { fftCases } from './fft.ts';
import type { CasesOf } from './kernel-case.ts';
import { neighborsCases } from './neighbors.ts';
import { productsCases } from './products.ts';
import { subspaceCases } from './subspace.ts';
import { tsneAffinityCases } from './tsne-affinities.ts';
import { tsneForceCases } from './tsne-forces.ts';
import { tsneGridCases } from './tsne-grid.ts';
import { umapBlockCases } from './umap-blocks.ts';
import { umapGraphCases } from './umap-graph.ts';
import { umapLayoutCases } from './umap-layout.ts';

/** All cases. A kernel without one does not compile here: it has to show what it is worth. */
export const KERNEL_CASES: CasesOf<KernelName> = {
  ...conversionCases,
  ...countingSortCases,
  ...covarianceCases,
  ...productsCases,
  ...subspaceCases,
  ...neighborsCases,
  ...fftCases,
  ...tsneAffinityCases,
  ...tsneForceCases,
  ...tsneGridCases,
  ...umapGraphCases,
  ...umapBlockCases,
  ...umapLayoutCases,
};
