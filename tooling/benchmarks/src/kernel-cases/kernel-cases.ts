import type { KernelName } from '@fashion-mnist/kernels';
import { boostingCases } from './boosting.ts';
import { classMomentsCases } from './class-moments.ts';
import { conversionCases } from './conversion.ts';
import { coordinatesCases } from './coordinates.ts';
import { countingSortCases } from './counting-sort.ts';
import { covarianceCases } from './covariance.ts';
import { fftCases } from './fft.ts';
import { gaussianProcessCases } from './gaussian-process.ts';
import type { CasesOf } from './kernel-case.ts';
import { linearCases } from './linear.ts';
import { manhattanCases } from './manhattan.ts';
import { mlpCases } from './mlp.ts';
import { neighborsCases } from './neighbors.ts';
import { onlineCases } from './online.ts';
import { productsCases } from './products.ts';
import { subspaceCases } from './subspace.ts';
import { svmCases } from './svm.ts';
import { treesCases } from './trees.ts';
import { tsneAffinityCases } from './tsne-affinities.ts';
import { tsneForceCases } from './tsne-forces.ts';
import { tsneGridCases } from './tsne-grid.ts';
import { umapBlockCases } from './umap-blocks.ts';
import { umapGraphCases } from './umap-graph.ts';
import { umapLayoutCases } from './umap-layout.ts';

/** All cases. A kernel without one does not compile here: it has to show what it is worth. */
export const KERNEL_CASES: CasesOf<KernelName> = {
  ...boostingCases,
  ...classMomentsCases,
  ...conversionCases,
  ...coordinatesCases,
  ...countingSortCases,
  ...covarianceCases,
  ...fftCases,
  ...gaussianProcessCases,
  ...linearCases,
  ...manhattanCases,
  ...mlpCases,
  ...neighborsCases,
  ...onlineCases,
  ...productsCases,
  ...subspaceCases,
  ...svmCases,
  ...treesCases,
  ...tsneAffinityCases,
  ...tsneForceCases,
  ...tsneGridCases,
  ...umapBlockCases,
  ...umapGraphCases,
  ...umapLayoutCases,
};
