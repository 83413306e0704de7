import type { Heap } from '../../compute/heap.ts';
import type { BoostingKernels } from '../../kernels-of/boosting.ts';
import { binTwins } from './bins.ts';
import { lossTwins } from './losses.ts';
import { nodeTwins } from './nodes.ts';
import { splitTwins } from './splits.ts';
import { treeTwins } from './trees.ts';

export function boostingTwins(heap: Heap): BoostingKernels {
  return {
    ...binTwins(heap),
    ...lossTwins(heap),
    ...nodeTwins(heap),
    ...splitTwins(heap),
    ...treeTwins(heap),
  };
}
