import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobExecutor } from '../execution/job-executor.ts';
import type { WarningListener } from './connection.ts';

/** Which queue `startBenchmarkWorker` serves, with what, and who is told. */
export interface BenchmarkWorkerOptions {
  /** The server, as `redis://host:6379` or `postgres://user:password@host:5432/database`. */
  readonly queue: string;
  /** Of several queues on one server. @default 'fashion-mnist' */
  readonly queueName?: string | undefined;
  /** As many jobs are done at a time as there are executors. The worker does not close them. */
  readonly executors: readonly JobExecutor[];
  /** The most seconds that a job may take. @default no limit */
  readonly timeLimit?: number | undefined;
  /**
   * How long a job stays with this worker after its last sign of life; then another one takes it over. It gives a
   * sign whenever half of this has passed, however long the job takes. @default 60
   */
  readonly lockSeconds?: number | undefined;
  /** Aborted: `close()`. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every job that begins here. */
  readonly onJob?: ((job: Job) => void) | undefined;
  /** Told of every row that the queue has taken. */
  readonly onRow?: ((row: ResultRow) => void) | undefined;
  /** Told of trouble with the server, or with a job, that the worker survives. */
  readonly onWarning?: WarningListener | undefined;
}

/** A worker at work. */
export interface BenchmarkWorker {
  /**
   * Settles once the worker has ended.
   *
   * @throws {BenchmarkError} `E_DATASET`, `E_VERSION` - the worker has other data, or another version of this package,
   *   than a job is about. It gave the job back, for workers that have them, and takes no more.
   */
  readonly drained: Promise<void>;
  /** Takes no more jobs, finishes the ones at hand and ends. */
  drain(): Promise<void>;
  /** Gives the jobs at hand back to the queue and ends. */
  close(): Promise<void>;
}
