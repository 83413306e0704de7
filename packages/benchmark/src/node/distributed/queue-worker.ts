import type { Job as BullmqJob } from 'bullmq';
import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { BenchmarkWorker, BenchmarkWorkerOptions } from './benchmark-worker.ts';
import type { Bullmq, TextWorker } from './bullmq.ts';
import { connect } from './connection.ts';
import { JobRunner } from './job-runner.ts';
import { parseQueuedJob } from './parse-queued-job.ts';
import { DEFAULT_QUEUE_NAME } from './queue-name.ts';

const DEFAULTS = Object.freeze({ queueName: DEFAULT_QUEUE_NAME, lockSeconds: 60 });
/** How often a job is taken over from a worker that fell silent: one that takes its workers down must not go on. */
const MAX_TAKEOVERS = 2;
const RETRY_MS = 1000;

/** A worker of BullMQ whose jobs are done by executors. */
export class QueueWorker implements BenchmarkWorker {
  readonly drained: Promise<void>;
  readonly #bullmq: Bullmq;
  readonly #worker: TextWorker;
  readonly #runner: JobRunner;
  readonly #options: BenchmarkWorkerOptions;
  #failure: unknown;

  constructor(bullmq: Bullmq, options: BenchmarkWorkerOptions) {
    const {
      executors,
      timeLimit,
      queueName = DEFAULTS.queueName,
      lockSeconds = DEFAULTS.lockSeconds,
    } = options;
    this.#bullmq = bullmq;
    this.#options = options;
    this.#runner = new JobRunner(executors, timeLimit);
    this.#worker = new bullmq.Worker<string, string>(
      queueName,
      (queued, token) => this.#process(queued, token),
      {
        connection: bullmq.connection,
        autorun: false,
        concurrency: executors.length,
        lockDuration: lockSeconds * 1000,
        stalledInterval: lockSeconds * 500,
        maxStalledCount: MAX_TAKEOVERS,
        runRetryDelay: RETRY_MS,
      },
    );
    this.drained = new Promise<void>((resolve, reject) => {
      this.#worker.once('closed', () => (this.#failure === undefined ? resolve() : reject(this.#failure)));
    });
    this.drained.catch(() => {});
  }

  async start(): Promise<void> {
    const { onRow, onWarning } = this.#options;
    await connect(this.#worker, this.#bullmq, onWarning);
    this.#worker.on('completed', (queued, text) => {
      if (queued.id !== undefined) this.#runner.forget(queued.id);
      onRow?.(JSON.parse(text) as ResultRow);
    });
    this.#worker.on('failed', (queued, error) => onWarning?.(`job ${queued?.id} failed: ${error.message}`));
    this.#worker.run().catch((error: unknown) => this.#fail(error));
  }

  async drain(): Promise<void> {
    await this.#end();
    await this.drained;
  }

  async close(): Promise<void> {
    this.#runner.release();
    this.#bullmq.reconnection.giveUp();
    await this.drain();
  }

  /** While the server is away, there is no end: the row of the job at hand is yet to be delivered. */
  async #end(): Promise<void> {
    await this.#worker.pause(true);
    await this.#bullmq.reconnection.whenSettled(this.#worker);
    await this.#worker.close();
  }

  async #process(queued: BullmqJob<string, string>, token: string | undefined): Promise<string> {
    const job = await this.#parse(queued);
    this.#options.onJob?.(job);
    try {
      return await this.#runner.run(job);
    } catch (error) {
      if (isOfThisWorker(error)) this.#fail(error);
      else if (!this.#runner.isReleased) throw printable(error);
      await this.#giveBack(queued, token);
      throw new this.#bullmq.WaitingError();
    }
  }

  async #parse(queued: BullmqJob<string, string>): Promise<Job> {
    try {
      return await parseQueuedJob(queued.data, queued.id);
    } catch (error) {
      throw new this.#bullmq.UnrecoverableError(printable(error).message);
    }
  }

  /** Where the queue cannot be told, it finds out itself once the lock of the job has run out. */
  async #giveBack(queued: BullmqJob<string, string>, token: string | undefined): Promise<void> {
    await queued.moveToWait(token).catch(() => {});
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    void this.#end();
  }
}

function isOfThisWorker(error: unknown): boolean {
  return error instanceof BenchmarkError && (error.code === 'E_DATASET' || error.code === 'E_VERSION');
}

/** PostgreSQL refuses texts that hold the character 0. */
function printable(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(message.replaceAll('\0', ''), { cause: error });
}
