import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { Bullmq, TextQueue, TextQueueEvents } from './bullmq.ts';
import { connect, disconnect, type WarningListener } from './connection.ts';
import { outcomeOf } from './outcome.ts';
import { type RetryPolicy, toQueuedJob } from './queued-job.ts';

export interface JobQueueOptions {
  readonly name: string;
  readonly policy: RetryPolicy;
  readonly expectedSeconds: (job: Job) => number;
  readonly onWarning?: WarningListener | undefined;
}

export interface FinishedJob {
  readonly job: Job;
  readonly row: ResultRow;
}

/** On PostgreSQL, of jobs that finish at the same time not every one wakes who listens. */
const EVENT_POLL_MS = 1000;

/** The queue as the one sees it who puts jobs in and takes rows out. */
export class JobQueue {
  readonly #bullmq: Bullmq;
  readonly #queue: TextQueue;
  readonly #events: TextQueueEvents;
  readonly #options: JobQueueOptions;

  private constructor(bullmq: Bullmq, queue: TextQueue, options: JobQueueOptions) {
    this.#bullmq = bullmq;
    this.#queue = queue;
    this.#events = new bullmq.QueueEvents<string>(options.name, {
      connection: bullmq.connection,
      blockingTimeout: EVENT_POLL_MS,
    });
    this.#options = options;
  }

  /** @throws {BenchmarkError} `E_QUEUE` - the server cannot be reached. */
  static async open(bullmq: Bullmq, options: JobQueueOptions): Promise<JobQueue> {
    const queue = new bullmq.Queue<string, string>(options.name, { connection: bullmq.connection });
    await connect(queue, bullmq, options.onWarning);
    const jobQueue = new JobQueue(bullmq, queue, options);
    await connect(jobQueue.#events, bullmq, options.onWarning);
    return jobQueue;
  }

  /** Events are a hint, some are lost: while the server is away and, on PostgreSQL, of jobs that finish at the same time. */
  onFinished(listener: (jobId: string) => void): void {
    this.#events.on('completed', ({ jobId }) => listener(jobId));
    this.#events.on('failed', ({ jobId }) => listener(jobId));
  }

  /** Those of the jobs that are finished. Jobs that are not in the queue are put in. */
  async settle(jobs: readonly Job[], isStale: (row: ResultRow) => boolean): Promise<FinishedJob[]> {
    const rows = await Promise.all(jobs.map((job) => this.#lookUp(job, isStale)));
    await this.#add(jobs.filter((_, index) => rows[index] === 'absent'));
    return jobs.flatMap((job, index) => {
      const row = rows[index];
      return typeof row === 'object' ? [{ job, row }] : [];
    });
  }

  async #lookUp(
    job: Job,
    isStale: (row: ResultRow) => boolean,
  ): Promise<ResultRow | 'absent' | 'unfinished'> {
    const queued = await this.#queue.getJob(job.id);
    if (queued === undefined) return 'absent';
    const row = await outcomeOf(queued, job);
    if (row === undefined) return 'unfinished';
    if (!isStale(row)) return row;
    await queued.remove();
    return 'absent';
  }

  /** BullMQ leaves out what has the id of a job that it has. */
  async #add(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    const { policy, expectedSeconds } = this.#options;
    await this.#queue.addBulk(jobs.map((job) => toQueuedJob(job, expectedSeconds(job), policy)));
  }

  async close(): Promise<void> {
    await Promise.all([this.#queue, this.#events].map((client) => disconnect(client, this.#bullmq)));
  }
}
