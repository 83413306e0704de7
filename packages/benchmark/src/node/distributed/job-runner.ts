import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import type { ExecuteOptions, JobExecutor } from '../execution/job-executor.ts';

/**
 * Does jobs, and keeps every row until the queue has it: a job that comes back, because the server was away when its
 * row was to be delivered, is not done again.
 */
export class JobRunner {
  readonly #idleExecutors: JobExecutor[];
  readonly #timeLimit: number | undefined;
  readonly #rows = new Map<string, Promise<string>>();
  readonly #release = new AbortController();

  constructor(executors: readonly JobExecutor[], timeLimit: number | undefined) {
    this.#idleExecutors = [...executors];
    this.#timeLimit = timeLimit;
  }

  /** Whether the jobs at hand were given up. */
  get isReleased(): boolean {
    return this.#release.signal.aborted;
  }

  /** The row of a job, as text. */
  run(job: Job): Promise<string> {
    const known = this.#rows.get(job.id);
    if (known !== undefined) return known;
    const row = this.#execute(job);
    this.#rows.set(job.id, row);
    row.catch(() => this.forget(job.id));
    return row;
  }

  /** The queue has the row of this job. */
  forget(jobId: string): void {
    this.#rows.delete(jobId);
  }

  /** Gives up the jobs at hand. */
  release(): void {
    this.#release.abort(new BenchmarkError('E_WORKER', 'the worker was told to give its jobs back'));
  }

  async #execute(job: Job): Promise<string> {
    const executor = this.#idleExecutors.pop();
    if (executor === undefined) throw new BenchmarkError('E_WORKER', 'expected an idle executor, got none');
    const options: ExecuteOptions = { signal: this.#release.signal, timeLimit: this.#timeLimit };
    try {
      return JSON.stringify(await executor.execute(job, options));
    } finally {
      this.#idleExecutors.push(executor);
    }
  }
}
