import type { Heap } from '../../compute/heap.ts';
import type { TsneKernels } from '../../kernels-of/tsne/tsne.ts';
import { tsneAffinityTwins } from './affinities.ts';
import { tsneConvolveTwin } from './convolve.ts';
import { tsneDivergenceTwins } from './divergence.ts';
import { tsneForceTwins } from './forces.ts';
import { tsneGridTwins } from './grid.ts';
import { tsnePlacementTwins } from './placement.ts';

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
