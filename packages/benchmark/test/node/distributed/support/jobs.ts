import type { Job } from '../../../../src/jobs/job.ts';
import type { JobSource } from '../../../../src/node/distributed/index.ts';
import type { ResultRow } from '../../../../src/results/result-row.ts';
import { createJob } from './create-job.ts';

/** Jobs that differ in their seed, which counts from 0. */
export function makeJobs(count: number): Promise<Job[]> {
  const description = {
    name: 'GaussianNB',
    parameter: { priors: null, var_smoothing: 1e-9 },
    dataset: { name: 'fashion-mnist', sha256: '0'.repeat(64) },
    samples: { train: 60, test: 10 },
    preprocessing: 'standard',
    repeat: 0,
    packageVersion: '0.1.0',
  } as const;
  return Promise.all(Array.from({ length: count }, (_, seed) => createJob({ ...description, seed })));
}

/** All jobs are due until they have a row; those of higher seeds take longer. */
export function sourceOf(jobs: readonly Job[]): JobSource {
  return {
    due(rows) {
      const done = new Set(rows.map((row) => row.job?.id));
      return jobs.filter(({ id }) => !done.has(id));
    },
    expectedSeconds: ({ seed }) => seed,
  };
}

/** A row whose score tells the job, so that rows that are mixed up show. */
export function doneRow(job: Job): ResultRow {
  const { name, parameter, ...identity } = job;
  const score = 1 / (1 + job.seed);
  return {
    name,
    parameter,
    score: [score],
    mean_accuracy: score,
    std_accuracy: 0,
    time_per_repeat: 0,
    num_repeat: 1,
    start_time: 1.5e9,
    done_time: 1.5e9,
    status: 'done',
    reason: null,
    job: identity,
    provenance: null,
  };
}

export function idsOf(rows: readonly ResultRow[]): (string | undefined)[] {
  return rows.map((row) => row.job?.id).toSorted();
}
