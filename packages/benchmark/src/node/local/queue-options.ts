import type { ExpectedCost } from '../../jobs/expected-cost.ts';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobExecutor } from '../execution/job-executor.ts';
import type { JobSource } from './job-source.ts';

/** How far a queue has come. */
export interface QueueProgress {
  /** Jobs that have ended, whatever their status. */
  readonly done: number;
  readonly running: readonly Job[];
  /** Jobs that wait. Further repeats may become due. */
  readonly left: number;
  /** Until all of these are done, as far as can be told. */
  readonly secondsLeft: number;
}

export interface QueueOptions {
  readonly source: JobSource;
  /** One for each job that may run at the same time. */
  readonly executors: readonly JobExecutor[];
  readonly expectedCost: (job: Job) => ExpectedCost;
  /** Keeps a row: its job has ended when this has. What it throws ends the run. */
  readonly onRow: (row: ResultRow) => Promise<void>;
  /** Bytes that jobs may take together. */
  readonly memoryLimit: number;
  /** The most seconds a job may take. @default no limit */
  readonly timeLimit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told whenever a job begins or ends. What it throws ends the run. */
  readonly onProgress?: ((progress: QueueProgress) => void) | undefined;
}
