export { type CovarianceResult, covariance } from './covariance.ts';
export { KernelsError, type KernelsErrorCode } from './errors.ts';
export { type ExactNeighborsOptions, exactNeighbors } from './exact-neighbors.ts';
export { matmul } from './matmul.ts';
export {
  createNeighborIndex,
  type NeighborIndex,
  type SearchOptions,
} from './neighbor-index.ts';
export type { Neighbors } from './neighbors.ts';
export { pairwiseSquaredDistances } from './pairwise-squared-distances.ts';
export {
  type PrincipalComponents,
  type PrincipalComponentsOptions,
  principalComponents,
} from './principal-components.ts';
export type { LongRun, Samples } from './samples.ts';
