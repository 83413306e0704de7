import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';

/** When an executor gives up a job. */
export interface ExecuteOptions {
  /** Ends the job; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** The most seconds that the job may take. @default no limit */
  readonly timeLimit?: number | undefined;
}

/** Does one job at a time, in a process of its own, so that nothing a job does can hold up or end the caller. */
export interface JobExecutor {
  /**
   * The row of a job, whatever its status.
   *
   * @throws {BenchmarkError} `E_WORKER` - the process died; `E_DATASET` - it has other data than the job is about;
   *   `E_VERSION` - the job is for another version of this package; the
   *   reason of an aborted signal. All of these say nothing about the job: it may be tried again, here or elsewhere.
   */
  execute(job: Job, options?: ExecuteOptions): Promise<ResultRow>;
  /** Memory that the process holds now; 0 where it has none. */
  residentBytes(): Promise<number>;
  /** Ends the process, and the job it is at. */
  close(): Promise<void>;
}
