import type { Heap } from '../compute/heap.ts';
import type { TsneKernels } from '../kernels-of/tsne.ts';
import { tsneAffinityTwins } from './tsne-affinities.ts';
import { tsneConvolveTwin } from './tsne-convolve.ts';
import { tsneDivergenceTwins } from './tsne-divergence.ts';
import { tsneForceTwins } from './tsne-forces.ts';
import { tsneGridTwins } from './tsne-grid.ts';
import { tsnePlacementTwins } from './tsne-placement.ts';

export function tsneTwins(heap: Heap): TsneKernels {
  return {
    ...tsneAffinityTwins(heap),
    ...tsneDivergenceTwins(heap),
    ...tsneConvolveTwin(heap),
    ...tsneForceTwins(heap),
    ...tsneGridTwins(heap),
    ...tsnePlacementTwins(heap),
  };
}
