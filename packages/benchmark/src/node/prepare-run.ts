import type { GridConfiguration } from '../configuration.ts';
import { baselinesGrid } from '../grid/baselines-grid.ts';
import { expandGrid } from '../grid/expand-grid.ts';
import { identifyDataset } from '../jobs/dataset-identity.ts';
import { type CostModel, learnCosts } from '../jobs/learn-costs.ts';
import { planJobs, type RunSettings } from '../jobs/plan-jobs.ts';
import type { JobStatus, ResultRow } from '../results/result-row.ts';
import type { ChildExecutorOptions } from './execution/child-executor.ts';
import { findLoader } from './execution/find-loader.ts';
import type { JobSource } from './local/job-source.ts';
import { plannedJobs } from './local/planned-jobs.ts';

/** Which jobs a run is about. */
export interface RunOptions
  extends Pick<RunSettings, 'samples' | 'preprocessing' | 'seed' | 'repeats'>,
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
  /** Ends the run, and its processes; rejects with its reason. What is done is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every row that stands in the file now. What it throws ends the run. */
  readonly onRow?: ((row: ResultRow) => void) | undefined;
}

/** What there is to do, once it is known which data it is about. */
export interface PreparedRun {
  /** @param rows - What has been done before. */
  source(rows: readonly ResultRow[]): JobSource;
  expectedCost(rows: readonly ResultRow[]): CostModel;
  /** Rows whose jobs are to be done again. */
  stale(rows: readonly ResultRow[]): readonly ResultRow[];
  /** The rows of this run among those of a file, in the order of the configurations. */
  own(rows: readonly ResultRow[]): readonly ResultRow[];
}

/**
 * Plans the jobs of a run.
 *
 * @throws {DatasetFetchError} the dataset cannot be had; {BenchmarkError} `E_OPTION` - a number out of range.
 */
export async function prepareRun(options: RunOptions): Promise<PreparedRun> {
  const { dataset: name = 'fashion-mnist', cacheDir, configurations = baselines(), filter } = options;
  const load = await findLoader(options.loader);
  const { train, test } = await load(name, { cacheDir });
  const planned = await planJobs(filter === undefined ? configurations : configurations.filter(filter), {
    ...options,
    dataset: await identifyDataset(train, test),
  });
  const sizes = { train: train.labels.length, test: test.labels.length };
  const redo = new Set(options.redo);
  return {
    source: (rows) =>
      plannedJobs(
        planned,
        rows.filter(({ status }) => !redo.has(status)),
      ),
    expectedCost: (rows) => learnCosts(rows, sizes),
    stale: (rows) => rows.filter(({ status }) => redo.has(status)),
    own(rows) {
      const rowOf = new Map(rows.map((row) => [row.job?.id, row]));
      return planned.flatMap(({ jobs }) => jobs.flatMap(({ id }) => rowOf.get(id) ?? []));
    },
  };
}

/** What is not valid gets a row that says so. */
function baselines(): readonly GridConfiguration[] {
  const { configurations, leftOut } = expandGrid(baselinesGrid);
  return [...configurations, ...leftOut.map(({ configuration }) => configuration)];
}
