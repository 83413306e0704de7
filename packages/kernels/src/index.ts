export { type CovarianceResult, covariance } from './components/covariance.ts';
export {
  type PrincipalComponents,
  type PrincipalComponentsOptions,
  principalComponents,
} from './components/principal-components.ts';
export { type Axes, projectOnto, reconstructFrom } from './components/project-onto.ts';
export {
  type Command,
  command,
  type KernelArguments,
  singleCommand,
  type Work,
} from './compute/command.ts';
export type { KernelName, KernelSet } from './compute/kernel-set.ts';
export { KernelsError, type KernelsErrorCode } from './errors.ts';
export { LINEAR_LOSSES } from './kernels-of/linear.ts';
export { type ExactNeighborsOptions, exactNeighbors } from './neighbors/exact-neighbors.ts';
export { createManhattanIndex, type ManhattanIndexOptions } from './neighbors/manhattan/manhattan-index.ts';
export { createMinkowskiIndex, type MinkowskiIndexOptions } from './neighbors/minkowski-index.ts';
export { type NearestPair, type NearestPairsOptions, nearestPairs } from './neighbors/nearest-pairs.ts';
export { createNeighborIndex, type NeighborIndexOptions } from './neighbors/neighbor-index.ts';
export type { Neighbors } from './neighbors/neighbors.ts';
export type { NeighborIndex, SearchOptions } from './neighbors/open-index.ts';
export { createWorkerPool, type WorkerPoolOptions } from './pool/create-worker-pool.ts';
export { createInlinePool, type InlinePoolOptions } from './pool/inline-pool.ts';
export type { PostedCommand } from './pool/joined-board.ts';
export { createJoinedTeam, type JoinedTeam, type JoinedTeamOptions } from './pool/joined-team.ts';
export { type ComputeRun, type OpenPool, openPool } from './pool/open-pool.ts';
export { serveWorker } from './pool/serve-worker.ts';
export type { SpawnedWorker, SpawnWorker, WorkerEvents, WorkerPort } from './pool/spawned-worker.ts';
export { withPool } from './pool/with-pool.ts';
export type {
  KernelChoice,
  PoolArray,
  PoolArrayType,
  Region,
  SubmitOptions,
  WorkerPool,
} from './pool/worker-pool.ts';
export { matmul } from './products/matmul.ts';
export { pairwiseSquaredDistances } from './products/pairwise-squared-distances.ts';
export type { LongRun, Samples } from './samples.ts';
