import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, vi } from 'vitest';
import type { Job } from '../../../../src/jobs/job.ts';
import { loadBullmq, type TextQueue } from '../../../../src/node/distributed/bullmq.ts';
import {
  type BenchmarkWorker,
  type BenchmarkWorkerOptions,
  type DistributedBenchmarkOptions,
  type JobExecutor,
  parseQueueAddress,
  runDistributedBenchmark,
  startBenchmarkWorker,
} from '../../../../src/node/distributed/index.ts';
import type { ResultRow } from '../../../../src/results/result-row.ts';
import { queueBackends, type TestServer } from '../servers/index.ts';
import { sourceOf } from './jobs.ts';
import { type ProcessOptions, startProcess, type TestProcess } from './test-process.ts';

/** A server, and on it a new queue for every test. What a test opens is closed when it ends. */
export interface QueueContext {
  readonly server: TestServer;
  /** Hands over the rows of jobs. */
  collect(
    jobs: readonly Job[],
    options?: Partial<DistributedBenchmarkOptions>,
  ): Promise<readonly ResultRow[]>;
  startWorker(
    executors: readonly JobExecutor[],
    options?: Partial<BenchmarkWorkerOptions>,
  ): Promise<BenchmarkWorker>;
  /** A worker or a collector in a process of its own. */
  startProcess(program: string, options?: ProcessOptions): TestProcess;
  /** The queue as BullMQ has it. */
  openQueue(): Promise<TextQueue>;
  /** Waits until as many jobs wait for workers. */
  waitForWaitingJobs(count: number): Promise<TextQueue>;
}

/** The same tests on every server that a queue can live on. */
export function describeQueues(title: string, defineTests: (context: QueueContext) => void): void {
  describe.each(queueBackends)(`${title} on $title`, ({ open }) => {
    if (open === undefined) describe.skip('without a server', () => defineTests(createContext()));
    else defineTests(createContext(open));
  });
}

function createContext(open?: () => Promise<TestServer>): QueueContext {
  let server: TestServer | undefined;
  let queueName = '';
  beforeAll(async () => {
    server = await open?.();
    return () => server?.remove();
  });
  beforeEach(() => {
    queueName = randomUUID();
  });
  const getServer = () => {
    if (server === undefined) throw new Error('expected a server, got none');
    return server;
  };
  const address = () => ({ queue: getServer().url, queueName });
  const atEnd = createEndings();
  return {
    get server() {
      return getServer();
    },
    collect: (jobs, options) => collect(jobs, { ...options, ...address() }),
    async startWorker(executors, options) {
      const worker = await startBenchmarkWorker({ ...address(), executors, ...options });
      atEnd(() => worker.close());
      return worker;
    },
    startProcess(program, options) {
      const child = startProcess(program, { ...address(), ...options });
      atEnd(() => child.kill('SIGKILL'));
      return child;
    },
    async openQueue() {
      const queue = await openQueue(address());
      atEnd(() => queue.close());
      return queue;
    },
    async waitForWaitingJobs(count) {
      const queue = await this.openQueue();
      await vi.waitUntil(async () => (await queue.getPrioritizedCount()) === count, { timeout: 30_000 });
      return queue;
    },
  };
}

/** Takes what is to be done at the end of a test. */
function createEndings(): (end: () => Promise<unknown>) => void {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    await Promise.allSettled(endings.splice(0).map((end) => end()));
  });
  return (end) => endings.push(end);
}

interface Address {
  readonly queue: string;
  readonly queueName: string;
}

async function collect(
  jobs: readonly Job[],
  options: Address & Partial<DistributedBenchmarkOptions>,
): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  await runDistributedBenchmark({
    source: sourceOf(jobs),
    expectedCost: ({ seed }) => ({ seconds: seed }),
    onRow: (row) => void rows.push(row),
    retryDelaySeconds: 0.1,
    rescanSeconds: 0.5,
    ...options,
  });
  return rows;
}

async function openQueue({ queue: url, queueName }: Address): Promise<TextQueue> {
  const { Queue, connection } = await loadBullmq(parseQueueAddress(url));
  const queue = new Queue<string, string>(queueName, { connection });
  queue.on('error', () => {});
  await queue.waitUntilReady();
  return queue;
}
