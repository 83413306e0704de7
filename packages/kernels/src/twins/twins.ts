import type { Heap } from '../compute/heap.ts';
import type { KernelSet } from '../compute/kernel-set.ts';
import { boostingTwins } from './boosting/boosting-twins.ts';
import { classMomentsTwins } from './class-moments/class-moments-twins.ts';
import { conversionTwins } from './conversion.ts';
import { coordinatesTwins } from './coordinates/coordinates-twins.ts';
import { countingSortTwins } from './counting-sort.ts';
import { covarianceTwins } from './covariance.ts';
import { fftTwins } from './fft/fft-twins.ts';
import { gaussianProcessTwins } from './gaussian-process/gaussian-process-twins.ts';
import { linearTwins } from './linear/linear-twins.ts';
import { manhattanTwins } from './manhattan/manhattan-twins.ts';
import { mlpTwins } from './mlp/mlp-twins.ts';
import { neighborsTwins } from './neighbors/neighbors-twins.ts';
import { onlineTwins } from './online/online-twins.ts';
import { productsTwins } from './products.ts';
import { subspaceTwins } from './subspace/subspace-twins.ts';
import { svmTwins } from './svm/svm-twins.ts';
import { treesTwins } from './trees/trees-twins.ts';
import { tsneTwins } from './tsne/tsne-twins.ts';
import { umapTwins } from './umap/umap-twins.ts';

/** Every kernel in plain TypeScript: what the compiled ones are tested against, and what runs where they cannot. */
export function twins(heap: Heap): KernelSet {
  return {
    ...countingSortTwins(heap),
    ...fftTwins(heap),
    ...tsneTwins(heap),
    ...umapTwins(heap),
    ...conversionTwins(heap),
    ...covarianceTwins(heap),
    ...mlpTwins(heap),
    ...gaussianProcessTwins(heap),
    ...coordinatesTwins(heap),
    ...linearTwins(heap),
    ...neighborsTwins(heap),
    ...manhattanTwins(heap),
    ...productsTwins(heap),
    ...subspaceTwins(heap),
    ...onlineTwins(heap),
    ...classMomentsTwins(heap),
    ...treesTwins(heap),
    ...svmTwins(heap),
    ...boostingTwins(heap),
  };
}
