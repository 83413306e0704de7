export {
  type Command,
  command,
  type KernelArguments,
  singleCommand,
  type Work,
} from './compute/command.ts';
export type { KernelName, KernelSet } from './compute/kernel-set.ts';
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
export { createWorkerPool, type WorkerPoolOptions } from './pool/create-worker-pool.ts';
export { createInlinePool, type InlinePoolOptions } from './pool/inline-pool.ts';
export { serveWorker } from './pool/serve-worker.ts';
export type { SpawnedWorker, SpawnWorker, WorkerEvents, WorkerPort } from './pool/spawned-worker.ts';
export { type ComputeRun, withPool } from './pool/with-pool.ts';
export type {
  KernelChoice,
  PoolArray,
  PoolArrayType,
  Region,
  SubmitOptions,
  WorkerPool,
} from './pool/worker-pool.ts';
export {
  type PrincipalComponents,
  type PrincipalComponentsOptions,
  principalComponents,
} from './principal-components.ts';
export type { LongRun, Samples } from './samples.ts';
