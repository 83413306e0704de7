export * from './index.browser.ts';
export { type ChildExecutorOptions, createChildExecutor } from './node/execution/child-executor.ts';
export type { JobSplits, LoadSplits, LoadSplitsOptions } from './node/execution/child-messages.ts';
export type { ExecuteOptions, JobExecutor } from './node/execution/job-executor.ts';
export type { QueueProgress } from './node/local/queue-options.ts';
export { type RunBenchmarkOptions, runBenchmark } from './node/local/run-benchmark.ts';
export type { WorkerOptions } from './node/local/workers.ts';
export type { RunOptions } from './node/prepare-run.ts';
export { readResults } from './node/results/read-results.ts';
