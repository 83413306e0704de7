import type { UmapBlockKernels } from './umap-blocks.ts';
import type { UmapGraphKernels } from './umap-graph.ts';
import type { UmapLayoutKernels } from './umap-layout.ts';

/** All that uniform manifold approximation computes with. */
export interface UmapKernels extends UmapGraphKernels, UmapBlockKernels, UmapLayoutKernels {}
