import type { Heap } from '../../compute/heap.ts';
import type { ManhattanKernels } from '../../kernels-of/manhattan.ts';
import { groupSumTwins } from './group-sums.ts';
import { manhattanSearchTwin, minkowskiSearchTwin } from './search.ts';

export function manhattanTwins(heap: Heap): ManhattanKernels {
  return { ...groupSumTwins(heap), ...manhattanSearchTwin(heap), ...minkowskiSearchTwin(heap) };
}
