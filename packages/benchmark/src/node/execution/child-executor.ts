import { availableParallelism } from 'node:os';
import { jobChildUrl } from '#job-child-url';
import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import { packageVersion } from '../../package-version.ts';
import { doneRow, type JobTimes, unfinishedRow } from '../../results/job-row.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { ChildReply } from './child-messages.ts';
import { createDeadline } from './deadline.ts';
import { describeMachine, type Machine } from './describe-machine.ts';
import type { ExecuteOptions, JobExecutor } from './job-executor.ts';
import { JobProcess } from './job-process.ts';

/** With what `createChildExecutor` starts its process. */
export interface ChildExecutorOptions {
  /** Threads of the process. @default as many as there are cores */
  readonly threads?: number | undefined;
  /** Where the files of datasets are kept. @default `FASHION_MNIST_CACHE`, or the platform's place for caches */
  readonly cacheDir?: string | undefined;
  /**
   * Address of a module that exports a function `loadSplits` (see `LoadSplits`), which loads the datasets of jobs.
   *
   * @default `loadDataset` of dataset-fetch
   */
  readonly loader?: string | undefined;
  /** The most seconds until a job begins: until the process has started and the data are loaded. @default 600 */
  readonly startLimit?: number | undefined;
  /** The program of the process. @default the package's own */
  readonly entry?: URL | undefined;
}

const START_LIMIT = 600;

/** An executor that does jobs in a child process. The process starts with the first job, and stays for the next ones. */
export function createChildExecutor(options: ChildExecutorOptions = {}): JobExecutor {
  return new ChildExecutor(options);
}

class ChildExecutor implements JobExecutor {
  readonly #options: ChildExecutorOptions;
  readonly #threads: number;
  #machine: Promise<Machine> | undefined;
  #process: JobProcess | undefined;
  #residentBytes = 0;

  constructor(options: ChildExecutorOptions) {
    this.#options = options;
    this.#threads = options.threads ?? availableParallelism();
  }

  async execute(job: Job, { signal, timeLimit }: ExecuteOptions = {}): Promise<ResultRow> {
    signal?.throwIfAborted();
    requireOwnVersion(job);
    this.#machine ??= describeMachine();
    const machine = await this.#machine;
    const { startLimit = START_LIMIT } = this.#options;
    const process = this.#start();
    const deadline = createDeadline({ signal, startLimit, timeLimit });
    let start = wallClock();
    try {
      const begin = () => {
        start = wallClock();
        deadline.start();
      };
      const reply = await Promise.race([process.do(job, begin), deadline.isOver]);
      const times = { start, done: wallClock() };
      if (reply !== 'timed-out') return this.#rowOf(job, reply, times, machine);
      const reason = describeTimeOut(timeLimit ?? 0, process.peakBytes);
      await this.close();
      return unfinishedRow(job, { status: 'timed-out', reason, seconds: timeLimit ?? null }, times);
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      deadline.lift();
    }
  }

  async residentBytes(): Promise<number> {
    return this.#process === undefined || this.#process.hasEnded ? 0 : this.#residentBytes;
  }

  async close(): Promise<void> {
    await this.#process?.kill();
    this.#process = undefined;
  }

  #start(): JobProcess {
    if (this.#process !== undefined && !this.#process.hasEnded) return this.#process;
    const { cacheDir, loader, entry = jobChildUrl } = this.#options;
    this.#process = new JobProcess(entry, { threads: this.#threads, cacheDir, loader });
    return this.#process;
  }

  #rowOf(job: Job, reply: ChildReply, times: JobTimes, machine: Machine): ResultRow {
    if (reply.type === 'trouble') throw new BenchmarkError(reply.code, reply.message);
    const { outcome, peakBytes, residentBytes } = reply;
    this.#residentBytes = residentBytes;
    if (outcome.status !== 'done') return unfinishedRow(job, outcome, times);
    return doneRow(job, outcome, times, {
      fit_seconds: outcome.fitSeconds,
      predict_seconds: outcome.predictSeconds,
      cpu_seconds: outcome.cpuSeconds,
      peak_bytes: peakBytes,
      predictions_sha256: outcome.predictionsSha256,
      same_fit_as: null,
      threads: this.#threads,
      ...machine,
    });
  }
}

function requireOwnVersion({ packageVersion: version }: Job): void {
  if (version === packageVersion) return;
  throw new BenchmarkError(
    'E_VERSION',
    `expected a job for version ${packageVersion} of this package, got one for ${version}: use the same on all machines`,
  );
}

function describeTimeOut(timeLimit: number, peakBytes: number): string {
  const memory = peakBytes === 0 ? '' : `; by then it held ${(peakBytes / 2 ** 20).toFixed(0)} MiB at most`;
  return `expected at most ${timeLimit} s, stopped then${memory}`;
}

function wallClock(): number {
  return Date.now() / 1000;
}
