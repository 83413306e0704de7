import { createJob } from '../../../../src/jobs/create-job.ts';
import type { Job, JobDescription } from '../../../../src/jobs/job.ts';
import type { JobSource } from '../../../../src/node/distributed/index.ts';
import { doneRow } from '../../../../src/results/job-row.ts';
import type { ResultRow } from '../../../../src/results/result-row.ts';

const DESCRIPTION: Omit<JobDescription, 'seed'> = {
  name: 'GaussianNB',
  parameter: { var_smoothing: 1e-9, priors: null },
  defaults: {},
  dataset: { name: 'fashion-mnist', sha256: '0'.repeat(64) },
  samples: { train: 60, test: 10 },
  preprocessing: 'standard',
  repeat: 0,
  packageVersion: '0.1.0',
};

/** Jobs that differ in their seed, which counts from 0. */
export function makeJobs(count: number): Promise<Job[]> {
  return Promise.all(Array.from({ length: count }, (_, seed) => createJob({ ...DESCRIPTION, seed })));
}

export function makeJob(): Promise<Job> {
  return createJob({ ...DESCRIPTION, seed: 0 });
}

/** All jobs are due from the beginning. */
export function sourceOf(jobs: readonly Job[]): JobSource {
  return { begin: () => jobs, after: () => [] };
}

/** A row that is the same whoever makes it. Its score tells the job, so that rows that are mixed up show. */
export function rowOf(job: Job): ResultRow {
  const score = { accuracy: 1 / (1 + job.seed), seconds: 0.5 };
  const times = { start: 1.5e9, done: 1.5e9 + 1 };
  return doneRow(job, score, times, {
    fit_seconds: 0.25,
    predict_seconds: 0.25,
    peak_bytes: 1e8,
    predictions_sha256: '0'.repeat(64),
    same_fit_as: null,
    cpu_seconds: 1,
    threads: 1,
    cpu: 'test',
    cores: 2,
    memory_bytes: 8e9,
    node: 'v24.0.0',
    commit: null,
  });
}

/** Of jobs, or of the jobs of rows, in one order whatever theirs is. */
export function sortedIds(jobsOrRows: readonly (Job | ResultRow)[]): string[] {
  return jobsOrRows.map((one) => ('id' in one ? one.id : (one.job?.id ?? ''))).toSorted();
}
