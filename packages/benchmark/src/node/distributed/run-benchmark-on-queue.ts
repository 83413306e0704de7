import type { ResultRow } from '../../results/result-row.ts';
import { prepareRun, type RunOptions } from '../prepare-run.ts';
import { keepRow } from '../results/keep-row.ts';
import { openResultsFile } from '../results/results-file.ts';
import { type DistributedBenchmarkOptions, runDistributedBenchmark } from './run-distributed-benchmark.ts';

/** What `runBenchmark` takes to choose jobs and keep rows, and which queue has them done. */
export type RunBenchmarkOnQueueOptions = RunOptions &
  Omit<DistributedBenchmarkOptions, 'source' | 'expectedCost' | 'onRow' | 'staleRows' | 'signal'>;

/**
 * Runs a benchmark as `runBenchmark` does, but leaves the jobs to workers on any number of machines. It may be killed at any
 * time and started again: the queue keeps what is done.
 *
 * @returns The rows of the jobs of these options, those of earlier runs included, in the order of the configurations.
 * @throws {BenchmarkError} `E_OPTION`; `E_LOCKED` - another runner writes to the file; `E_RESULTS` - a line of the file is
 *   no row; `E_QUEUE` - the address is none, a package is missing, or the server cannot be reached.
 * @throws {DatasetFetchError} the dataset cannot be had.
 * @throws the signal's reason, when aborted; what a listener throws. The queue stays as it is.
 */
export async function runBenchmarkOnQueue(
  options: RunBenchmarkOnQueueOptions,
): Promise<readonly ResultRow[]> {
  const { signal } = options;
  signal?.throwIfAborted();
  const run = await prepareRun(options);
  const results = await openResultsFile(options.out, { signal });
  try {
    await runDistributedBenchmark({
      ...options,
      source: run.source(results.rows()),
      expectedCost: run.expectedCost(results.rows()),
      staleRows: run.stale(results.rows()),
      onRow: keepRow(results, options.onRow),
    });
    return run.own(results.rows());
  } finally {
    await results.close();
  }
}
