import type { UmapBlockKernels } from './blocks.ts';
import type { UmapGraphKernels } from './graph.ts';
import type { UmapLayoutKernels } from './layout.ts';

/** All that uniform manifold approximation computes with. */
export interface UmapKernels extends UmapGraphKernels, UmapBlockKernels, UmapLayoutKernels {}

export const UMAP_KERNELS: readonly (keyof UmapKernels)[] = [
  'umapMemberships',
  'umapUnionRows',
  'umapIntersectLabels',
  'umapReunite',
  'umapLargest',
  'umapRowScales',
  'umapDiffuse',
  'umapHalve',
  'umapAssignBlocks',
  'umapBucketEdges',
  'umapGatherEdges',
  'umapInvert',
  'umapGatherPoints',
  'umapCopyPoints',
  'umapCurves',
  'umapOptimise',
  'umapStartAmong',
  'umapPlace',
];
