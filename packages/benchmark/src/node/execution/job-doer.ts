import { createWorkerPool, type WorkerPool } from '@fashion-mnist/kernels';
import { BenchmarkError } from '../../errors.ts';
import { identifyDataset } from '../../jobs/dataset-identity.ts';
import type { DatasetIdentity, Job } from '../../jobs/job.ts';
import type { ChildReply, ChildSetup, JobSplits } from './child-messages.ts';
import { findLoader } from './find-loader.ts';
import { forgetPeak, peakBytes } from './memory-use.ts';
import { performJob } from './perform-job.ts';

/** A pool never gives memory back: one that a job has made larger than this would be counted in the next job's peak. */
const KEPT_GROWTH_BYTES = 64 * 2 ** 20;

/** Does jobs in this process, one after the other. Data and threads stay from job to job. */
export class JobDoer {
  readonly #setup: ChildSetup;
  #loaded: { readonly identity: DatasetIdentity; readonly splits: JobSplits } | undefined;
  #pool: WorkerPool | undefined;
  #idleBytes = 0;

  constructor(setup: ChildSetup) {
    this.#setup = setup;
  }

  /** @param onStart - Called when data and threads are there, and the job begins. */
  async do(job: Job, onStart: () => void): Promise<ChildReply> {
    try {
      const splits = await this.#load(job.dataset);
      this.#pool ??= await createWorkerPool({ threads: this.#setup.threads });
      if (this.#idleBytes === 0) this.#idleBytes = process.memoryUsage.rss();
      forgetPeak();
      onStart();
      const outcome = await performJob(job, splits, { pool: this.#pool });
      const peak = peakBytes();
      await this.#tidy();
      return { type: 'outcome', outcome, peakBytes: peak, residentBytes: process.memoryUsage.rss() };
    } catch (error) {
      const code = error instanceof BenchmarkError && error.code === 'E_DATASET' ? error.code : 'E_WORKER';
      return { type: 'trouble', code, message: error instanceof Error ? error.message : String(error) };
    }
  }

  async #load(wanted: DatasetIdentity): Promise<JobSplits> {
    const { identity, splits } =
      this.#loaded?.identity.name === wanted.name ? this.#loaded : await this.#loadAnew(wanted.name);
    if (identity.sha256 !== wanted.sha256)
      throw new BenchmarkError(
        'E_DATASET',
        `${wanted.name}: expected the data with SHA-256 ${wanted.sha256}, got ${identity.sha256}`,
      );
    return splits;
  }

  async #loadAnew(name: string) {
    this.#loaded = undefined;
    try {
      const load = await findLoader(this.#setup.loader);
      const splits = await load(name, this.#setup);
      const { sha256 } = await identifyDataset(splits.train, splits.test);
      this.#loaded = { identity: { name, sha256 }, splits };
      globalThis.gc?.();
      return this.#loaded;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new BenchmarkError('E_DATASET', `${name}: cannot load the data: ${reason}`, { cause });
    }
  }

  async #tidy(): Promise<void> {
    if (process.memoryUsage.rss() < this.#idleBytes + KEPT_GROWTH_BYTES) return;
    await this.#pool?.dispose();
    this.#pool = undefined;
    globalThis.gc?.();
  }
}
