export type { BatchRun, BatchSource, TrainingBatch } from './batch-source.ts';
export type { BatchSourceOptions } from './batch-source-options.ts';
export { createBatchSource } from './create-batch-source.ts';
export { serveBatches } from './serve-batches.ts';
export type { SpawnedWorker, SpawnWorker, WorkerEvents, WorkerPort } from './spawned-worker.ts';
