import type { GridConfiguration } from '../../configuration.ts';
import { BenchmarkError } from '../../errors.ts';
import { baselinesGrid } from '../../grid/baselines-grid.ts';
import { expandGrid } from '../../grid/expand-grid.ts';
import { identifyDataset } from '../../jobs/dataset-identity.ts';
import type { SplitSizes } from '../../jobs/expected-cost.ts';
import { learnCosts } from '../../jobs/learn-costs.ts';
import { type PlannedConfiguration, planJobs, type RunSettings } from '../../jobs/plan-jobs.ts';
import type { JobStatus, ResultRow } from '../../results/result-row.ts';
import { type ChildExecutorOptions, createChildExecutor } from '../execution/child-executor.ts';
import { findLoader } from '../execution/find-loader.ts';
import { openResultsFile, type ResultsFile } from '../results/results-file.ts';
import { defaultMemoryLimit } from './default-memory-limit.ts';
import { plannedJobs } from './planned-jobs.ts';
import type { QueueProgress } from './queue-options.ts';
import { runQueue } from './run-queue.ts';
import { resolveWorkers, type WorkerOptions } from './workers.ts';

export interface RunBenchmarkOptions
  extends WorkerOptions,
    Pick<RunSettings, 'samples' | 'preprocessing' | 'seed' | 'repeats'>,
    Pick<ChildExecutorOptions, 'cacheDir' | 'loader'> {
  /** Where results are appended, as JSON lines. What stands there already is not done again. */
  readonly out: string;
  /** Jobs that ended like this are done again all the same, for example on a machine with more memory. @default none */
  readonly redo?: readonly JobStatus[] | undefined;
  /** One of `listDatasets()` of dataset-fetch. @default 'fashion-mnist' */
  readonly dataset?: string | undefined;
  /** @default all 143 of the original, valid or not */
  readonly configurations?: readonly GridConfiguration[] | undefined;
  /** Which of the configurations. @default all */
  readonly filter?: ((configuration: GridConfiguration) => boolean) | undefined;
  /** The most seconds a job may take. @default no limit */
  readonly timeLimit?: number | undefined;
  /** Bytes that jobs may take together. @default 90 % of what this process may have */
  readonly memoryLimit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
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
  const { signal, cacheDir, loader } = options;
  signal?.throwIfAborted();
  const { workers, threads } = resolveWorkers(options);
  requireLimit('timeLimit', options.timeLimit);
  requireLimit('memoryLimit', options.memoryLimit);
  const { planned, sizes } = await plan(options);
  signal?.throwIfAborted();
  const results = await openResultsFile(options.out, { signal });
  const executors = Array.from({ length: workers }, () => createChildExecutor({ threads, cacheDir, loader }));
  try {
    await runQueue({
      ...options,
      source: plannedJobs(planned, rowsThatCount(results, options.redo)),
      executors,
      expectedCost: learnCosts(results.rows(), sizes),
      memoryLimit: options.memoryLimit ?? defaultMemoryLimit(),
      onRow: (row) => results.append(row),
    });
    return rowsOf(planned, results);
  } finally {
    await Promise.all(executors.map((executor) => executor.close()));
    await results.close();
  }
}

interface Plan {
  readonly planned: readonly PlannedConfiguration[];
  readonly sizes: SplitSizes;
}

async function plan(options: RunBenchmarkOptions): Promise<Plan> {
  const { dataset: name = 'fashion-mnist', configurations = baselines(), filter } = options;
  const { cacheDir, signal } = options;
  const load = await findLoader(options.loader);
  const { train, test } = await load(name, { cacheDir, signal });
  const planned = await planJobs(filter === undefined ? configurations : configurations.filter(filter), {
    ...options,
    dataset: await identifyDataset(train, test),
  });
  return { planned, sizes: { train: train.labels.length, test: test.labels.length } };
}

/** What is not valid gets a row that says so. */
function baselines(): readonly GridConfiguration[] {
  const { configurations, leftOut } = expandGrid(baselinesGrid);
  return [...configurations, ...leftOut.map(({ configuration }) => configuration)];
}

function rowsThatCount(results: ResultsFile, redo: readonly JobStatus[] = []): readonly ResultRow[] {
  return results.rows().filter(({ status }) => !redo.includes(status));
}

function rowsOf(planned: readonly PlannedConfiguration[], results: ResultsFile): readonly ResultRow[] {
  const rowOf = new Map(results.rows().map((row) => [row.job?.id, row]));
  return planned.flatMap(({ jobs }) => jobs.flatMap(({ id }) => rowOf.get(id) ?? []));
}

function requireLimit(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isFinite(value) && value > 0)) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected a number above 0, got ${value}`);
}
