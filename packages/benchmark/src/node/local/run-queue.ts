import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import { rowOfSameFit, unfinishedRow } from '../../results/job-row.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobExecutor } from '../execution/job-executor.ts';
import { refuseForMemory } from '../execution/refuse-for-memory.ts';
import { type PendingJob, PendingJobs } from './pending-jobs.ts';
import type { QueueOptions } from './queue-options.ts';
import { SharedFits } from './shared-fits.ts';
import { TimeLeft } from './time-left.ts';

const MOST_CRASHES = 3;
const MOST_FAILURES = 2;

/**
 * Does all jobs of a source on this machine, those that are expected to take longest first. A job begins when the memory
 * that it is expected to need is free; one that would never fit is refused. A job is tried up to three times when its
 * process dies, and twice when it goes wrong; then it has failed, and the others go on. Jobs that have the same fit share
 * one.
 *
 * @throws {BenchmarkError} `E_DATASET` - the data are not those of the jobs.
 * @throws the signal's reason, when aborted; what `onRow` or `onProgress` throws. All jobs have stopped by then.
 */
export async function runQueue(options: QueueOptions): Promise<void> {
  await new LocalQueue(options).run();
}

interface RunningJob {
  readonly pending: PendingJob;
  readonly start: number;
}

class LocalQueue {
  readonly #options: QueueOptions;
  readonly #pending = new PendingJobs();
  readonly #sharedFits = new SharedFits();
  readonly #known = new Set<string>();
  readonly #running = new Map<JobExecutor, RunningJob>();
  readonly #timeLeft: TimeLeft;
  readonly #failure = new AbortController();
  readonly #signal: AbortSignal;
  #done = 0;
  #wake = () => {};
  #change = this.#nextChange();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#timeLeft = new TimeLeft(options.executors.length);
    const { signal } = options;
    this.#signal =
      signal === undefined ? this.#failure.signal : AbortSignal.any([signal, this.#failure.signal]);
  }

  async run(): Promise<void> {
    await this.#untilFailure(() => this.#accept(this.#options.source.begin()));
    await Promise.all(
      this.#options.executors.map((executor) => this.#untilFailure(() => this.#serve(executor))),
    );
    this.#signal.throwIfAborted();
  }

  /** The first thing that is thrown stops everything. */
  async #untilFailure(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#signal.aborted) this.#failure.abort(error);
    }
    this.#tellChange();
  }

  async #serve(executor: JobExecutor): Promise<void> {
    while (!this.#signal.aborted) {
      const pending = this.#pending.takeLongest(this.#freeBytes());
      if (pending !== undefined) await this.#occupy(executor, pending);
      else if (this.#running.size > 0) await this.#rest(executor);
      else return;
    }
  }

  async #occupy(executor: JobExecutor, pending: PendingJob): Promise<void> {
    const { memoryLimit, executors } = this.#options;
    this.#running.set(executor, { pending, start: performance.now() });
    try {
      this.#report();
      await this.#attempt(executor, pending);
      if ((await executor.residentBytes()) > memoryLimit / executors.length) await executor.close();
    } finally {
      this.#running.delete(executor);
      this.#tellChange();
    }
    this.#report();
  }

  /** A process that has nothing to do leaves its memory to the others. */
  async #rest(executor: JobExecutor): Promise<void> {
    const change = this.#change;
    await executor.close();
    await change;
  }

  async #attempt(executor: JobExecutor, pending: PendingJob): Promise<void> {
    const { timeLimit } = this.#options;
    let row: ResultRow;
    try {
      row = await executor.execute(pending.job, { signal: this.#signal, timeLimit });
    } catch (error) {
      if (this.#signal.aborted || !isCrash(error)) throw error;
      return this.#afterCrash(executor, pending, error);
    }
    const failures = pending.failures + 1;
    if (row.status !== 'failed' || failures === MOST_FAILURES) await this.#end(executor, pending, row);
    else this.#putBack(executor, { ...pending, failures });
  }

  /** The process may have died for lack of memory: next time the job gets twice as much. */
  async #afterCrash(executor: JobExecutor, pending: PendingJob, { message }: BenchmarkError): Promise<void> {
    const crashes = pending.crashes + 1;
    const bytes = Math.min(2 * pending.bytes, this.#options.memoryLimit);
    if (crashes < MOST_CRASHES) this.#putBack(executor, { ...pending, crashes, bytes });
    else await this.#end(executor, pending, failedRow(pending.job, `${message} (${crashes} attempts)`));
  }

  #putBack(executor: JobExecutor, pending: PendingJob): void {
    this.#running.delete(executor);
    this.#pending.add(pending);
  }

  async #end(executor: JobExecutor, pending: PendingJob, row: ResultRow): Promise<void> {
    const shared = this.#sharedFits.waitingFor(pending.job).map((job) => rowOfSameFit(job, row));
    for (const kept of [row, ...shared]) await this.#options.onRow(kept);
    this.#running.delete(executor);
    this.#sharedFits.release(pending.job);
    const { status, time_per_repeat: seconds } = row;
    if (seconds !== null && (status === 'done' || status === 'timed-out'))
      this.#timeLeft.finish(pending.seconds, seconds);
    else this.#timeLeft.drop(pending.seconds);
    await this.#goOnAfter(row, ...shared);
  }

  async #goOnAfter(...rows: readonly ResultRow[]): Promise<void> {
    this.#done += rows.length;
    await this.#accept(rows.flatMap((row) => this.#options.source.after(row)));
  }

  async #accept(jobs: readonly Job[]): Promise<void> {
    const { expectedCost, memoryLimit, onRow } = this.#options;
    for (const job of jobs) {
      if (this.#known.has(job.id)) continue;
      this.#known.add(job.id);
      const cost = expectedCost(job);
      if (cost.bytes > memoryLimit) {
        const row = refuseForMemory(job, cost, memoryLimit);
        await onRow(row);
        await this.#goOnAfter(row);
      } else if (!this.#sharedFits.joins(job)) {
        this.#timeLeft.add(cost.seconds);
        this.#pending.add({ job, ...cost, crashes: 0, failures: 0 });
      }
    }
    this.#tellChange();
  }

  #freeBytes(): number {
    let free = this.#options.memoryLimit;
    for (const { pending } of this.#running.values()) free -= pending.bytes;
    return free;
  }

  #report(): void {
    const { onProgress } = this.#options;
    if (onProgress === undefined) return;
    const running = [...this.#running.values()];
    const now = performance.now();
    const secondsLeft = this.#timeLeft.seconds(
      running.map(({ pending, start }) => ({
        expectedSeconds: pending.seconds,
        elapsedSeconds: (now - start) / 1000,
      })),
    );
    onProgress(
      Object.freeze({
        done: this.#done,
        running: Object.freeze(running.map(({ pending }) => pending.job)),
        left: this.#pending.size + this.#sharedFits.size,
        secondsLeft,
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

function isCrash(error: unknown): error is BenchmarkError {
  return error instanceof BenchmarkError && error.code === 'E_WORKER';
}

function failedRow(job: Job, reason: string): ResultRow {
  const now = Date.now() / 1000;
  return unfinishedRow(job, { status: 'failed', reason, seconds: null }, { start: now, done: now });
}
