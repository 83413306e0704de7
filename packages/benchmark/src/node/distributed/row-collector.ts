import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { abortable } from './abortable.ts';
import type { JobQueue } from './job-queue.ts';
import { WakeUp } from './wake-up.ts';

export interface RowCollectorOptions {
  readonly earlierRows: readonly ResultRow[];
  readonly rescanMs: number;
  readonly signal: AbortSignal | undefined;
  readonly due: (rows: readonly ResultRow[]) => readonly Job[] | Promise<readonly Job[]>;
  readonly onRow: (row: ResultRow) => void | Promise<void>;
  readonly onProgress: (doneCount: number, dueCount: number) => void;
  readonly onTrouble: (error: unknown) => void;
}

const JOBS_PER_LOOK = 500;

/** Keeps the due jobs in a queue, and takes their rows out, until none is due. */
export class RowCollector {
  readonly #queue: JobQueue;
  readonly #options: RowCollectorOptions;
  readonly #rows: ResultRow[];
  readonly #earlierOutcomes: ReadonlySet<string>;
  readonly #handedOver = new Set<string>();
  readonly #inQueue = new Set<string>();
  readonly #finished = new Set<string>();
  readonly #wakeUp = new WakeUp();
  #lastScan = Number.NEGATIVE_INFINITY;

  constructor(queue: JobQueue, options: RowCollectorOptions) {
    this.#queue = queue;
    this.#options = options;
    this.#rows = [...options.earlierRows];
    this.#earlierOutcomes = new Set(options.earlierRows.map(outcomeKey));
    queue.onFinished((id) => {
      this.#finished.add(id);
      this.#wakeUp.notify();
    });
  }

  async run(): Promise<readonly ResultRow[]> {
    const { due, rescanMs, signal, onProgress } = this.#options;
    for (;;) {
      signal?.throwIfAborted();
      const jobs = (await due(this.#rows)).filter(({ id }) => !this.#handedOver.has(id));
      onProgress(this.#rows.length, jobs.length);
      if (jobs.length === 0) return this.#rows;
      if (!(await this.#handOverNews(jobs))) await this.#wakeUp.wait(rescanMs, signal);
    }
  }

  /** Looks at the jobs that an event told of, and at times at all of them. */
  async #handOverNews(due: readonly Job[]): Promise<boolean> {
    const now = performance.now();
    const isScan = now - this.#lastScan >= this.#options.rescanMs;
    if (isScan) this.#lastScan = now;
    const jobs = due.filter(({ id }) => this.#finished.delete(id) || isScan || !this.#inQueue.has(id));
    let hasNews = false;
    for (let first = 0; first < jobs.length; first += JOBS_PER_LOOK) {
      const rows = await this.#settle(jobs.slice(first, first + JOBS_PER_LOOK));
      for (const row of rows) await this.#handOver(row);
      hasNews ||= rows.length > 0;
    }
    return hasNews;
  }

  /** No rows where the server is in trouble: the next scan finds them. */
  async #settle(jobs: readonly Job[]): Promise<readonly ResultRow[]> {
    const { signal, onTrouble } = this.#options;
    try {
      const isStale = (row: ResultRow) => this.#earlierOutcomes.has(outcomeKey(row));
      const rows = await abortable(this.#queue.settle(jobs, isStale), signal);
      for (const { id } of jobs) this.#inQueue.add(id);
      return rows;
    } catch (error) {
      signal?.throwIfAborted();
      onTrouble(error);
      return [];
    }
  }

  async #handOver(row: ResultRow): Promise<void> {
    await this.#options.onRow(row);
    this.#rows.push(row);
    if (row.job !== null) this.#handedOver.add(row.job.id);
  }
}

/** Tells a row that came in an earlier run from a new one of the same job. */
function outcomeKey({ job, done_time }: ResultRow): string {
  return `${job?.id} ${done_time}`;
}
