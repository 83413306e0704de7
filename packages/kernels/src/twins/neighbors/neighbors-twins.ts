import type { Heap } from '../../compute/heap.ts';
import type { NeighborsKernels } from '../../kernels-of/neighbors.ts';
import { neighborPanelTwins } from './panels.ts';
import { neighborProjectionTwins } from './projection.ts';
import { neighborSearchTwins } from './search.ts';
import { neighborTreeTwins } from './tree.ts';

export function neighborsTwins(heap: Heap): NeighborsKernels {
  return {
    ...neighborProjectionTwins(heap),
    ...neighborTreeTwins(heap),
    ...neighborPanelTwins(heap),
    ...neighborSearchTwins(heap),
  };
}
