import type { Heap } from '../../compute/heap.ts';
import type { TreesKernels } from '../../kernels-of/trees.ts';
import { columnsTwins } from './columns.ts';
import { drawSamplesTwin } from './draw-samples.ts';
import { growTwins } from './grow.ts';
import { votesTwins } from './votes.ts';

export function treesTwins(heap: Heap): TreesKernels {
  return { ...columnsTwins(heap), ...drawSamplesTwin(heap), ...growTwins(heap), ...votesTwins(heap) };
}
