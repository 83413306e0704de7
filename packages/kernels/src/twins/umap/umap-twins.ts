import type { Heap } from '../../compute/heap.ts';
import type { UmapKernels } from '../../kernels-of/umap/umap.ts';
import { umapBlockTwins } from './blocks.ts';
import { umapDiffuseTwins } from './diffuse.ts';
import { umapGraphTwins } from './graph.ts';
import { umapLabelTwins } from './labels.ts';
import { umapLayoutTwins } from './layout.ts';
import { umapPlaceTwins } from './place.ts';

export function umapTwins(heap: Heap): UmapKernels {
  return {
    ...umapGraphTwins(heap),
    ...umapLabelTwins(heap),
    ...umapDiffuseTwins(heap),
    ...umapBlockTwins(heap),
    ...umapLayoutTwins(heap),
    ...umapPlaceTwins(heap),
  };
}
