export type { ExpectedCost } from '../../jobs/expected-cost.ts';
export type { JobExecutor } from '../execution/job-executor.ts';
export type { JobSource } from '../local/job-source.ts';
export type { BenchmarkWorker, BenchmarkWorkerOptions } from './benchmark-worker.ts';
export type { WarningListener } from './connection.ts';
export { parseQueueAddress, type QueueAddress, type QueueBackend } from './queue-address.ts';
export { type RunBenchmarkOnQueueOptions, runBenchmarkOnQueue } from './run-benchmark-on-queue.ts';
export {
  type DistributedBenchmarkOptions,
  type DistributedProgress,
  runDistributedBenchmark,
} from './run-distributed-benchmark.ts';
export { startBenchmarkWorker } from './start-benchmark-worker.ts';
