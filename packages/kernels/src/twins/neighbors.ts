import type { Heap } from '../compute/heap.ts';
import type { NeighborsKernels } from '../kernels-of/neighbors.ts';
import { neighborPanelTwins } from './neighbor-panels.ts';
import { neighborProjectionTwins } from './neighbor-projection.ts';
import { neighborSearchTwins } from './neighbor-search.ts';
import { neighborTreeTwins } from './neighbor-tree.ts';

export function neighborsTwins(heap: Heap): NeighborsKernels {
  return {
    ...neighborProjectionTwins(heap),
    ...neighborTreeTwins(heap),
    ...neighborPanelTwins(heap),
    ...neighborSearchTwins(heap),
  };
}
