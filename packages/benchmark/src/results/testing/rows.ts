import type { Job } from '../../jobs/job.ts';
import { doneRow, unfinishedRow } from '../job-row.ts';
import type { ResultRow } from '../result-row.ts';

const TIMES = { start: 1_500_000_000.25, done: 1_500_000_001.5 };

/** A job that nothing but its number tells from others. */
export function anyJob(number: number, description: Partial<Job> = {}): Job {
  return {
    id: number.toString(16).padStart(64, '0'),
    name: 'DecisionTreeClassifier',
    parameter: { max_depth: number },
    defaults: {},
    dataset: { name: 'tiny', sha256: 'd'.repeat(64) },
    samples: { train: null, test: null },
    preprocessing: 'standard',
    repeat: 0,
    seed: 42,
    packageVersion: '0.0.0',
    ...description,
  };
}

export function anyDoneRow(job: Job, accuracy: number = 0.75): ResultRow {
  return doneRow(job, { accuracy, seconds: 1.25 }, TIMES, {
    fit_seconds: 1,
    predict_seconds: 0.25,
    cpu_seconds: 2,
    peak_bytes: 2 ** 20,
    predictions_sha256: 'e'.repeat(64),
    same_fit_as: null,
    threads: 2,
    cpu: 'any',
    cores: 2,
    memory_bytes: 2 ** 30,
    node: '24.0.0',
    commit: null,
  });
}

export function anyFailedRow(job: Job): ResultRow {
  return unfinishedRow(job, { status: 'failed', reason: 'Error: it went wrong', seconds: 0.5 }, TIMES);
}
