import type { ExpectedCost } from '../../jobs/expected-cost.ts';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobSource } from '../local/job-source.ts';
import { loadBullmq } from './bullmq.ts';
import { describeTrouble, type WarningListener } from './connection.ts';
import { JobQueue } from './job-queue.ts';
import { parseQueueAddress } from './queue-address.ts';
import { DEFAULT_QUEUE_NAME } from './queue-name.ts';
import { RowCollector } from './row-collector.ts';

/** How far a run on a queue has come, in jobs. */
export interface DistributedProgress {
  /** Jobs whose row was handed over. */
  readonly done: number;
  /** Jobs that wait or are being done. Further repeats may become due. */
  readonly left: number;
}

/** Which queue `runDistributedBenchmark` fills, from where, and who takes the rows. */
export interface DistributedBenchmarkOptions {
  /** The server, as `redis://host:6379` or `postgres://user:password@host:5432/database`. */
  readonly queue: string;
  /** Of several queues on one server. @default 'fashion-mnist' */
  readonly queueName?: string | undefined;
  /** Says which jobs are due, at first and after each row. */
  readonly source: JobSource;
  /** The jobs that take longest are done first. */
  readonly expectedCost: (job: Job) => Pick<ExpectedCost, 'seconds'>;
  /** Takes every row, once and one at a time. What it throws ends the run. */
  readonly onRow: (row: ResultRow) => void | Promise<void>;
  /** Rows that do not count: a job that is due although the queue has this row of it is done again. @default [] */
  readonly staleRows?: readonly ResultRow[] | undefined;
  /** How often a job is tried that fell to the trouble of a worker, `1..`. @default 3 */
  readonly attempts?: number | undefined;
  /** Before the second attempt; twice as long before each further one. @default 10 */
  readonly retryDelaySeconds?: number | undefined;
  /** How often to look for rows that no event told of. @default 5 */
  readonly rescanSeconds?: number | undefined;
  /** Ends the run; rejects with its reason. Jobs stay in the queue for the next run. */
  readonly signal?: AbortSignal | undefined;
  /** Told at the start, and whenever a row was handed over. What it throws ends the run. */
  readonly onProgress?: ((progress: DistributedProgress) => void) | undefined;
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
 * @throws {BenchmarkError} `E_QUEUE` - the address is none, a package is missing, or the server cannot be reached.
 * @throws the reason of an aborted signal; what `source` or a listener throws. The queue stays as it is.
 */
export async function runDistributedBenchmark(options: DistributedBenchmarkOptions): Promise<void> {
  const { source, expectedCost, onRow, staleRows = [], signal, onProgress, onWarning } = options;
  const { queueName = DEFAULTS.queueName, rescanSeconds = DEFAULTS.rescanSeconds } = options;
  const { attempts = DEFAULTS.attempts, retryDelaySeconds = DEFAULTS.retryDelaySeconds } = options;
  signal?.throwIfAborted();
  const bullmq = await loadBullmq(parseQueueAddress(options.queue));
  const queue = await JobQueue.open(bullmq, {
    name: queueName,
    policy: { attempts, retryDelaySeconds },
    expectedSeconds: (job) => expectedCost(job).seconds,
    onWarning,
  });
  const staleOutcomes = new Set(staleRows.map(outcomeKey));
  const collector = new RowCollector(queue, {
    source,
    isStale: (row) => staleOutcomes.has(outcomeKey(row)),
    rescanMs: rescanSeconds * 1000,
    signal,
    onRow,
    onProgress: (done, left) => onProgress?.(Object.freeze({ done, left })),
    onTrouble: (error) => onWarning?.(describeTrouble(error, bullmq.address)),
  });
  try {
    await collector.run();
  } finally {
    await queue.close();
  }
}

/** Tells a row from a later one of the same job. */
function outcomeKey({ job, done_time }: ResultRow): string {
  return `${job?.id} ${done_time}`;
}
