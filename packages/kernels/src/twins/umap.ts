import type { Heap } from '../compute/heap.ts';
import type { UmapKernels } from '../kernels-of/umap.ts';
import { umapBlockTwins } from './umap-blocks.ts';
import { umapDiffuseTwins } from './umap-diffuse.ts';
import { umapGraphTwins } from './umap-graph.ts';
import { umapLabelTwins } from './umap-labels.ts';
import { umapLayoutTwins } from './umap-layout.ts';
import { umapPlaceTwins } from './umap-place.ts';

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
