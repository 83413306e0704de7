import { availableParallelism } from 'node:os';
import { createChildExecutor, defaultMemoryLimit, withMemoryLimit } from '@fashion-mnist/benchmark';
import { describeRow } from '../benchmark/describe-run.ts';
import type { CommandContext, CommonOptions } from '../context.ts';
import { threadCount } from '../threads.ts';

export interface BenchmarkWorkerOptions extends CommonOptions {
  readonly queue: string;
  readonly queueName?: string;
  readonly workers?: number;
  readonly threads?: number;
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
  readonly cacheDir?: string;
}

const MEBIBYTE = 2 ** 20;

/** Takes jobs until it is interrupted; then it finishes the ones at hand, or at the second time gives them back. */
export async function benchmarkWorkerCommand(
  { queue, queueName, workers = 1, threads, timeLimit, memoryLimit, cacheDir }: BenchmarkWorkerOptions,
  { signal, progress, print }: CommandContext,
): Promise<void> {
  const { startBenchmarkWorker } = await import('@fashion-mnist/benchmark/distributed');
  signal.throwIfAborted();
  const share = threadCount(threads) ?? Math.max(1, Math.floor(availableParallelism() / workers));
  const bytes = memoryLimit === undefined ? defaultMemoryLimit() : memoryLimit * MEBIBYTE;
  const executors = Array.from({ length: workers }, () =>
    withMemoryLimit(createChildExecutor({ threads: share, cacheDir }), bytes / workers),
  );
  let rowCount = 0;
  try {
    const worker = await startBenchmarkWorker({
      queue,
      queueName,
      executors,
      timeLimit,
      onRow(row) {
        rowCount++;
        progress.finish(row.job?.id ?? '', describeRow(row));
      },
      onWarning: (message) => progress.warn(message),
    });
    const secondTime = () => void worker.close();
    const firstTime = () => {
      progress.warn('finishing the jobs at hand; interrupt again to give them back');
      for (const name of ['SIGINT', 'SIGTERM']) process.once(name, secondTime);
      void worker.drain();
    };
    signal.addEventListener('abort', firstTime, { once: true });
    if (signal.aborted) firstTime();
    progress.show('worker', 'waiting for jobs');
    await worker.drained;
    for (const name of ['SIGINT', 'SIGTERM']) process.off(name, secondTime);
  } finally {
    await Promise.all(executors.map((executor) => executor.close()));
  }
  print([`${rowCount} ${rowCount === 1 ? 'job' : 'jobs'} done`], { jobs: rowCount });
}
