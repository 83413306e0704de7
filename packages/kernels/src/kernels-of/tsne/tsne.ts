import type { TsneAffinityKernels } from './affinities.ts';
import type { TsneDivergenceKernels } from './divergence.ts';
import type { TsneForceKernels } from './forces.ts';
import type { TsneGridKernels } from './grid.ts';
import type { TsnePlacementKernels } from './placement.ts';

/** t-distributed stochastic neighbour embedding. */
export interface TsneKernels
  extends TsneAffinityKernels,
    TsneDivergenceKernels,
    TsneForceKernels,
    TsneGridKernels,
    TsnePlacementKernels {}

export const TSNE_KERNELS: readonly (keyof TsneKernels)[] = [
  'tsneAffinities',
  'tsneRowLengths',
  'tsneRowStarts',
  'tsneSymmetricRows',
  'tsneDivergenceTerms',
  'tsneDivergence',
  'tsneAttract',
  'tsneRepel',
  'tsneMove',
  'tsneBounds',
  'tsneShow',
  'tsneNormalise',
  'tsneMeans',
  'tsneBands',
  'tsneSpread',
  'tsneGather',
  'tsneTable',
  'tsneSplineGains',
  'tsneConvolve',
];
