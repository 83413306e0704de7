import type { TsneAffinityKernels } from './tsne-affinities.ts';
import type { TsneDivergenceKernels } from './tsne-divergence.ts';
import type { TsneForceKernels } from './tsne-forces.ts';
import type { TsneGridKernels } from './tsne-grid.ts';
import type { TsnePlacementKernels } from './tsne-placement.ts';

/** t-distributed stochastic neighbour embedding. */
export interface TsneKernels
  extends TsneAffinityKernels,
    TsneDivergenceKernels,
    TsneForceKernels,
    TsneGridKernels,
    TsnePlacementKernels {}
