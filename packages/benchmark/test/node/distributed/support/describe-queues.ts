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
  let queueName = '';
  let server: TestServer | undefined;
  const endings: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    server = await open?.();
    return () => server?.remove();
  });
  beforeEach(() => {
    queueName = randomUUID();
  });
  afterEach(async () => {
    await Promise.allSettled(endings.splice(0).map((end) => end()));
  });
  const address = () => {
    if (server === undefined) throw new Error('expected a server, got none');
    return { queue: server.url, queueName };
  };
  const openQueue = async () => {
    const { Queue, connection } = await loadBullmq(parseQueueAddress(address().queue));
    const queue = new Queue<string, string>(queueName, { connection });
    endings.push(() => queue.close());
    queue.on('error', () => {});
    await queue.waitUntilReady();
    return queue;
  };
  return {
    get server() {
      if (server === undefined) throw new Error('expected a server, got none');
      return server;
    },
    async collect(jobs, options) {
      const rows: ResultRow[] = [];
      await runDistributedBenchmark({
        ...address(),
        source: sourceOf(jobs),
        expectedCost: ({ seed }) => ({ seconds: seed }),
        onRow: (row) => void rows.push(row),
        retryDelaySeconds: 0.1,
        rescanSeconds: 0.5,
        ...options,
      });
      return rows;
    },
    async startWorker(executors, options) {
      const worker = await startBenchmarkWorker({ ...address(), executors, ...options });
      endings.push(() => worker.close());
      return worker;
    },
    startProcess(program, options) {
      const child = startProcess(program, { ...address(), ...options });
      endings.push(() => child.kill('SIGKILL'));
      return child;
    },
    openQueue,
    async waitForWaitingJobs(count) {
      const queue = await openQueue();
      await vi.waitUntil(async () => (await queue.getPrioritizedCount()) === count, { timeout: 30_000 });
      return queue;
    },
  };
}
