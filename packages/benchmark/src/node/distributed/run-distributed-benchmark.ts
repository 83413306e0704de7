import { type ProgressListener, reportProgress } from '@fashion-mnist/core';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { loadBullmq } from './bullmq.ts';
import { describeTrouble, type WarningListener } from './connection.ts';
import { JobQueue } from './job-queue.ts';
import { parseQueueAddress } from './queue-address.ts';
import { DEFAULT_QUEUE_NAME } from './queue-name.ts';
import { RowCollector } from './row-collector.ts';

/** Knows which jobs a benchmark consists of. */
export interface JobSource {
  /** The jobs that are without a row, as far as the rows so far tell: a repeat may become due once others are done. */
  due(rows: readonly ResultRow[]): readonly Job[] | Promise<readonly Job[]>;
  /** How long a job will take: the longest are done first. */
  expectedSeconds(job: Job): number;
}

export interface DistributedBenchmarkOptions {
  /** The server, as `redis://host:6379` or `postgres://user:password@host:5432/database`. */
  readonly queue: string;
  /** Of several queues on one server. @default 'fashion-mnist' */
  readonly queueName?: string | undefined;
  readonly source: JobSource;
  /** Rows of earlier runs. @default none */
  readonly rows?: readonly ResultRow[] | undefined;
  /** Takes every new row, once and one at a time. */
  readonly onRow: (row: ResultRow) => void | Promise<void>;
  /** How often a job is tried that fell to the trouble of a worker, `1..`. @default 3 */
  readonly attempts?: number | undefined;
  /** Before the second attempt; twice as long before each further one. @default 10 */
  readonly retryDelaySeconds?: number | undefined;
  /** How often to look for rows that no event told of. @default 5 */
  readonly rescanSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
  /** Told of trouble with the server that the run survives. */
  readonly onWarning?: WarningListener | undefined;
}

const DEFAULTS = Object.freeze({
  queueName: DEFAULT_QUEUE_NAME,
  attempts: 3,
  retryDelaySeconds: 10,
  rescanSeconds: 5,
});

/**
 * Has the jobs of a benchmark done by workers on any number of machines, and hands over their rows.
 *
 * It may be ended at any time and started again, on another machine too: the queue keeps jobs and rows, so nothing is
 * done twice. It survives a server that goes away and comes back.
 *
 * @returns The rows of earlier runs and of this one.
 * @throws {BenchmarkError} `E_QUEUE` - the address is none, a package is missing, or the server cannot be reached.
 * @throws the reason of an aborted signal; what `source` or `onRow` throws. The queue stays as it is.
 */
export async function runDistributedBenchmark(
  options: DistributedBenchmarkOptions,
): Promise<readonly ResultRow[]> {
  const { source, signal, onProgress, onWarning } = options;
  const { attempts = DEFAULTS.attempts, retryDelaySeconds = DEFAULTS.retryDelaySeconds } = options;
  signal?.throwIfAborted();
  const bullmq = await loadBullmq(parseQueueAddress(options.queue));
  const queue = await JobQueue.open(bullmq, {
    name: options.queueName ?? DEFAULTS.queueName,
    policy: { attempts, retryDelaySeconds },
    expectedSeconds: (job) => source.expectedSeconds(job),
    onWarning,
  });
  const collector = new RowCollector(queue, {
    earlierRows: options.rows ?? [],
    rescanMs: (options.rescanSeconds ?? DEFAULTS.rescanSeconds) * 1000,
    signal,
    due: (rows) => source.due(rows),
    onRow: options.onRow,
    onProgress: (doneCount, dueCount) =>
      reportProgress(onProgress, {
        stage: 'benchmark',
        completed: doneCount,
        total: doneCount + dueCount,
        unit: 'jobs',
      }),
    onTrouble: (error) => onWarning?.(describeTrouble(error, bullmq.address)),
  });
  try {
    return await collector.run();
  } finally {
    await queue.close();
  }
}
