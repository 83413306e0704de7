import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import { unfinishedRow } from '../../results/job-row.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobExecutor } from '../execution/job-executor.ts';
import type { ExpectedCost, JobSource } from './job-source.ts';
import { type PendingJob, PendingJobs } from './pending-jobs.ts';
import { TimeLeft } from './time-left.ts';

/** How far a queue has come. */
export interface QueueProgress {
  /** Jobs that have ended, whatever their status. */
  readonly done: number;
  readonly running: readonly Job[];
  /** Jobs that wait. Further repeats may become due. */
  readonly left: number;
  /** Until the last of them is done, as far as can be told. */
  readonly secondsLeft: number;
}

export interface QueueOptions {
  readonly source: JobSource;
  /** One for each job that may run at the same time. */
  readonly executors: readonly JobExecutor[];
  readonly expectedCost: (job: Job) => ExpectedCost;
  /** Called with each row, one after the other, before anything else is done about it. What it throws ends the run. */
  readonly onRow: (row: ResultRow) => Promise<void>;
  /** Bytes that jobs may take together. */
  readonly memoryLimit: number;
  /** The most seconds a job may take. @default no limit */
  readonly timeLimit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told whenever a job begins or ends. What it throws ends the run. */
  readonly onProgress?: ((progress: QueueProgress) => void) | undefined;
}

const MOST_CRASHES = 3;
const MOST_FAILURES = 2;

/**
 * Does all jobs of a source on this machine, those that are expected to take longest first. A job begins when the memory
 * that it is expected to need is free; one that would never fit is refused. A job is tried up to three times when its
 * process dies, and twice when it goes wrong; then it has failed, and the others go on.
 *
 * @throws {BenchmarkError} `E_DATASET` - the data are not those of the jobs.
 * @throws the signal's reason, when aborted; what `onRow` or `onProgress` throws. All jobs have stopped by then.
 */
export async function runQueue(options: QueueOptions): Promise<void> {
  await new LocalQueue(options).run();
}

class LocalQueue {
  readonly #options: QueueOptions;
  readonly #pending = new PendingJobs();
  readonly #known = new Set<string>();
  readonly #running = new Map<JobExecutor, PendingJob>();
  readonly #timeLeft: TimeLeft;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #done = 0;
  #usedBytes = 0;
  #writing: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};
  #change = this.#nextChange();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#timeLeft = new TimeLeft(Math.max(1, options.executors.length));
    const { signal } = options;
    this.#signal = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
  }

  async run(): Promise<void> {
    await this.#guarded(() => this.#accept(this.#options.source.begin()));
    await Promise.all(this.#options.executors.map((executor) => this.#guarded(() => this.#serve(executor))));
    this.#signal.throwIfAborted();
  }

  /** The first thing that is thrown stops everything. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#signal.aborted) this.#stop.abort(error);
    } finally {
      this.#tellChange();
    }
  }

  async #serve(executor: JobExecutor): Promise<void> {
    while (!this.#signal.aborted) {
      const pending = this.#pending.takeLongest(this.#options.memoryLimit - this.#usedBytes);
      if (pending !== undefined) await this.#attempt(executor, pending);
      else if (this.#running.size > 0) await this.#rest(executor);
      else return;
    }
  }

  /** A process that has nothing to do gives its memory to the others. */
  async #rest(executor: JobExecutor): Promise<void> {
    const change = this.#change;
    await executor.close();
    await change;
  }

  async #attempt(executor: JobExecutor, pending: PendingJob): Promise<void> {
    const { memoryLimit, executors, timeLimit } = this.#options;
    this.#running.set(executor, pending);
    this.#usedBytes += pending.peakBytes;
    try {
      this.#report();
      const row = await executor.execute(pending.job, { signal: this.#signal, timeLimit });
      await this.#settle(pending, row);
      if ((await executor.residentBytes()) > memoryLimit / executors.length) await executor.close();
    } catch (error) {
      await this.#retry(pending, error);
    } finally {
      this.#usedBytes -= pending.peakBytes;
      this.#running.delete(executor);
      this.#tellChange();
    }
    this.#report();
  }

  async #settle(pending: PendingJob, row: ResultRow): Promise<void> {
    if (row.status === 'failed' && pending.failures + 1 < MOST_FAILURES) {
      this.#pending.add({ ...pending, failures: pending.failures + 1 });
      return;
    }
    const { time_per_repeat: seconds } = row;
    if (seconds === null) this.#timeLeft.drop(pending.seconds);
    else this.#timeLeft.finish(pending.seconds, seconds);
    await this.#write(row);
  }

  /** It may be that the process died for lack of memory: next time the job gets twice as much. */
  async #retry(pending: PendingJob, error: unknown): Promise<void> {
    if (this.#signal.aborted || !(error instanceof BenchmarkError) || error.code !== 'E_WORKER') throw error;
    const crashes = pending.crashes + 1;
    if (crashes < MOST_CRASHES) {
      const peakBytes = Math.min(2 * pending.peakBytes, this.#options.memoryLimit);
      this.#pending.add({ ...pending, crashes, peakBytes });
      return;
    }
    this.#timeLeft.drop(pending.seconds);
    await this.#write(endedRow(pending.job, 'failed', `${error.message} (${crashes} attempts)`));
  }

  async #accept(jobs: readonly Job[]): Promise<void> {
    const { expectedCost, memoryLimit } = this.#options;
    for (const job of jobs) {
      if (this.#known.has(job.id)) continue;
      this.#known.add(job.id);
      const cost = expectedCost(job);
      if (cost.peakBytes > memoryLimit) await this.#write(refusedRow(job, cost, memoryLimit));
      else {
        this.#pending.add({ job, ...cost, crashes: 0, failures: 0 });
        this.#timeLeft.add(cost.seconds);
      }
    }
    this.#tellChange();
  }

  #write(row: ResultRow): Promise<void> {
    const turn = this.#writing.then(() => this.#options.onRow(row));
    this.#writing = turn.catch(() => {});
    return turn.then(() => {
      this.#done++;
      return this.#accept(this.#options.source.after(row));
    });
  }

  #report(): void {
    this.#options.onProgress?.(
      Object.freeze({
        done: this.#done,
        running: Object.freeze(Array.from(this.#running.values(), ({ job }) => job)),
        left: this.#pending.size,
        secondsLeft: this.#timeLeft.seconds,
      }),
    );
  }

  #tellChange(): void {
    this.#wake();
    this.#change = this.#nextChange();
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

function refusedRow(job: Job, { peakBytes }: ExpectedCost, memoryLimit: number): ResultRow {
  const mebibytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
  const reason = `expected to need ${mebibytes(peakBytes)} of memory, and there are ${mebibytes(memoryLimit)}`;
  return endedRow(job, 'refused', reason);
}

function endedRow(job: Job, status: 'refused' | 'failed', reason: string): ResultRow {
  const now = Date.now() / 1000;
  return unfinishedRow(job, { status, reason, seconds: null }, { start: now, done: now });
}
