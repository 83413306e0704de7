import type { GridConfiguration } from '../configuration.ts';
import type { JobStatus, ResultRow } from '../results/result-row.ts';
import type { Job, JobDescription } from './job.ts';
import type { PlannedConfiguration, RunSettings } from './plan-jobs.ts';

/** A job to begin with, in tests. */
export const DESCRIPTION: JobDescription = {
  name: 'DecisionTreeClassifier',
  parameter: { criterion: 'gini', max_depth: 10, splitter: 'best' },
  defaults: {},
  dataset: { name: 'fashion-mnist', sha256: '0'.repeat(64) },
  samples: { train: null, test: null },
  preprocessing: 'standard',
  repeat: 0,
  seed: 1,
  packageVersion: '0.1.0',
};

/** Of a run, in tests. */
export const SETTINGS: RunSettings = { dataset: DESCRIPTION.dataset, packageVersion: '0.1.0' };

/** Configurations that differ in the depth of their trees, in tests. */
export function treesOf(...depths: readonly number[]): readonly GridConfiguration[] {
  return depths.map((depth) => ({
    name: 'DecisionTreeClassifier',
    parameter: { max_depth: depth },
    defaults: {},
  }));
}

/** All jobs of a plan, in tests. */
export function jobsOf(planned: readonly PlannedConfiguration[]): readonly Job[] {
  return planned.flatMap(({ jobs }) => jobs);
}

/** Jobs of such configurations in short: depth and repeat, as `3/0`. */
export function repeatsOf(jobs: readonly Job[]): readonly string[] {
  return jobs.map(({ parameter, repeat }) => `${Number(parameter['max_depth'])}/${repeat}`);
}

/** What a test says of a row; the rest is of no account. */
export interface RowFacts {
  readonly status?: JobStatus | undefined;
  readonly score?: number | undefined;
  readonly seconds?: number | undefined;
  readonly peakBytes?: number | undefined;
}

/** The row of a job, in tests. */
export function rowOf(
  { name, parameter, ...job }: Job,
  { status = 'done', score = 0.8, seconds = 1, peakBytes = 3e8 }: RowFacts = {},
): ResultRow {
  const isDone = status === 'done';
  return {
    name,
    parameter,
    score: isDone ? [score] : [],
    mean_accuracy: isDone ? score : null,
    std_accuracy: isDone ? 0 : null,
    time_per_repeat: isDone ? seconds : null,
    num_repeat: isDone ? 1 : 0,
    start_time: 0,
    done_time: seconds,
    status,
    reason: isDone ? null : 'of a test',
    job,
    provenance: {
      fit_seconds: seconds,
      predict_seconds: 0,
      cpu_seconds: seconds,
      peak_bytes: peakBytes,
      predictions_sha256: '0'.repeat(64),
      same_fit_as: null,
      threads: 2,
      cpu: 'test',
      cores: 2,
      memory_bytes: 8e9,
      node: 'v20.0.0',
      commit: null,
    },
  };
}
