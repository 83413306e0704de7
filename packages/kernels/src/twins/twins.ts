import type { Heap } from '../compute/heap.ts';
import type { KernelSet } from '../compute/kernel-set.ts';
import { conversionTwins } from './conversion.ts';
import { countingSortTwins } from './counting-sort.ts';
import { covarianceTwins } from './covariance.ts';
import { fftTwins } from './fft.ts';
import { neighborsTwins } from './neighbors.ts';
import { productsTwins } from './products.ts';
import { subspaceTwins } from './subspace.ts';
import { tsneTwins } from './tsne.ts';
import { umapTwins } from './umap.ts';

/** Every kernel in plain TypeScript: what the compiled ones are tested against, and what runs where they cannot. */
export function twins(heap: Heap): KernelSet {
  return {
    ...countingSortTwins(heap),
    ...fftTwins(heap),
    ...tsneTwins(heap),
    ...umapTwins(heap),
    ...conversionTwins(heap),
    ...covarianceTwins(heap),
    ...neighborsTwins(heap),
    ...productsTwins(heap),
    ...subspaceTwins(heap),
  };
}
