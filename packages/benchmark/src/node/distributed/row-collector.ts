import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobSource } from '../local/job-source.ts';
import { abortable } from './abortable.ts';
import type { FinishedJob, JobQueue } from './job-queue.ts';
import { WakeUp } from './wake-up.ts';

export interface RowCollectorOptions {
  readonly source: JobSource;
  readonly isStale: (row: ResultRow) => boolean;
  readonly rescanMs: number;
  readonly signal: AbortSignal | undefined;
  readonly onRow: (row: ResultRow) => void | Promise<void>;
  readonly onProgress: (doneCount: number, leftCount: number) => void;
  readonly onTrouble: (error: unknown) => void;
}

const JOBS_PER_LOOK = 500;

/** Keeps the due jobs in a queue, and takes their rows out, until none is due. */
export class RowCollector {
  readonly #queue: JobQueue;
  readonly #options: RowCollectorOptions;
  /** Jobs without a row. */
  readonly #left = new Map<string, Job>();
  readonly #known = new Set<string>();
  /** Jobs that there is something to do about: put them in, or fetch their row. */
  readonly #news = new Set<string>();
  readonly #wakeUp = new WakeUp();
  #doneCount = 0;
  #lastScan = Number.NEGATIVE_INFINITY;

  constructor(queue: JobQueue, options: RowCollectorOptions) {
    this.#queue = queue;
    this.#options = options;
    queue.onFinished((id) => {
      this.#news.add(id);
      this.#wakeUp.notify();
    });
  }

  async run(): Promise<void> {
    const { source, rescanMs, signal } = this.#options;
    this.#accept(source.begin());
    this.#report();
    while (this.#left.size > 0) {
      signal?.throwIfAborted();
      if (!(await this.#handOverNews())) await this.#wakeUp.wait(rescanMs, signal);
    }
  }

  #accept(jobs: readonly Job[]): void {
    for (const job of jobs) {
      if (this.#known.has(job.id)) continue;
      this.#known.add(job.id);
      this.#left.set(job.id, job);
      this.#news.add(job.id);
    }
  }

  /** Looks at the jobs that there are news of, and at times at all of them. */
  async #handOverNews(): Promise<boolean> {
    const jobs = [...this.#left.values()].filter(this.#isToLookAt());
    this.#news.clear();
    let hasRows = false;
    for (let first = 0; first < jobs.length; first += JOBS_PER_LOOK) {
      const settled = await this.#settle(jobs.slice(first, first + JOBS_PER_LOOK));
      for (const finished of settled) await this.#handOver(finished);
      hasRows ||= settled.length > 0;
    }
    return hasRows;
  }

  #isToLookAt(): (job: Job) => boolean {
    const now = performance.now();
    if (now - this.#lastScan < this.#options.rescanMs) return ({ id }) => this.#news.has(id);
    this.#lastScan = now;
    return () => true;
  }

  /** No rows where the server is in trouble: the next scan finds them. */
  async #settle(jobs: readonly Job[]): Promise<readonly FinishedJob[]> {
    const { isStale, signal, onTrouble } = this.#options;
    try {
      return await abortable(this.#queue.settle(jobs, isStale), signal);
    } catch (error) {
      signal?.throwIfAborted();
      onTrouble(error);
      return [];
    }
  }

  async #handOver({ job, row }: FinishedJob): Promise<void> {
    await this.#options.onRow(row);
    this.#left.delete(job.id);
    this.#doneCount++;
    this.#accept(this.#options.source.after(row));
    this.#report();
  }

  #report(): void {
    this.#options.onProgress(this.#doneCount, this.#left.size);
  }
}
