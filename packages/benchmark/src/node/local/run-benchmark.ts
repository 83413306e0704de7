import { BenchmarkError } from '../../errors.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { createChildExecutor } from '../execution/child-executor.ts';
import { prepareRun, type RunOptions } from '../prepare-run.ts';
import { keepRow } from '../results/keep-row.ts';
import { openResultsFile } from '../results/results-file.ts';
import { defaultMemoryLimit } from './default-memory-limit.ts';
import type { QueueProgress } from './queue-options.ts';
import { runQueue } from './run-queue.ts';
import { resolveWorkers, type WorkerOptions } from './workers.ts';

/** Which jobs `runBenchmark` does, on how much of this machine, and who is told. */
export interface RunBenchmarkOptions extends RunOptions, WorkerOptions {
  /** The most seconds a job may take. @default no limit */
  readonly timeLimit?: number | undefined;
  /** Bytes that jobs may take together. @default 90 % of what this process may have */
  readonly memoryLimit?: number | undefined;
  /** Told whenever a job begins or ends. What it throws ends the run. */
  readonly onProgress?: ((progress: QueueProgress) => void) | undefined;
}

/**
 * Runs a benchmark on this machine: every configuration learns from the training split, shuffled, and is judged by the test
 * split; a second time with another shuffle, and up to `repeats` times where the two accuracies differ by 0.001 or more.
 * May be killed at any time: the next run with the same options goes on where this one ended.
 *
 * @returns The rows of the jobs of these options, those of earlier runs included, in the order of the configurations.
 * @throws {BenchmarkError} `E_OPTION`; `E_LOCKED` - another runner writes to the file; `E_RESULTS` - a line of the file is
 *   no row; `E_DATASET` - a process has other data.
 * @throws {DatasetFetchError} the dataset cannot be had.
 * @throws the signal's reason, when aborted; what `onProgress` throws.
 * @see benchmark/runner.py of the original
 */
export async function runBenchmark(options: RunBenchmarkOptions): Promise<readonly ResultRow[]> {
  const { signal, cacheDir, loader, memoryLimit = defaultMemoryLimit(), timeLimit } = options;
  signal?.throwIfAborted();
  const { workers, threads } = resolveWorkers(options);
  requireLimit('timeLimit', timeLimit);
  requireLimit('memoryLimit', memoryLimit);
  const run = await prepareRun(options);
  signal?.throwIfAborted();
  const results = await openResultsFile(options.out, { signal });
  const executors = Array.from({ length: workers }, () => createChildExecutor({ threads, cacheDir, loader }));
  try {
    await runQueue({
      source: run.source(results.rows()),
      executors,
      expectedCost: run.expectedCost(results.rows()),
      memoryLimit,
      timeLimit,
      signal,
      onProgress: options.onProgress,
      onRow: keepRow(results, options.onRow),
    });
    return run.own(results.rows());
  } finally {
    await Promise.all(executors.map((executor) => executor.close()));
    await results.close();
  }
}

function requireLimit(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isFinite(value) && value > 0)) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected a number above 0, got ${value}`);
}
