import type { Job } from '../jobs/job.ts';
import type { JobStatus, Provenance, ResultRow } from './result-row.ts';
import { scoreStatistics } from './score-statistics.ts';

/** When a job began and ended, in seconds since 1970. */
export interface JobTimes {
  readonly start: number;
  readonly done: number;
}

export interface JobScore {
  /** Share of the test samples whose label is predicted, `0..1`. */
  readonly accuracy: number;
  /** Of shuffling, fitting and predicting. */
  readonly seconds: number;
}

/** The row of a job that is done. */
export function doneRow(
  job: Job,
  { accuracy, seconds }: JobScore,
  times: JobTimes,
  provenance: Provenance,
): ResultRow {
  return {
    ...rowOf(job, [accuracy], times),
    time_per_repeat: seconds,
    status: 'done',
    reason: null,
    provenance,
  };
}

/** How a job ended that is not done, and why. */
export interface JobEnd {
  readonly status: Exclude<JobStatus, 'done'>;
  readonly reason: string;
  /** How long it took until then; null where it did not begin. */
  readonly seconds: number | null;
}

/** The row of a job that is not done. */
export function unfinishedRow(job: Job, { status, reason, seconds }: JobEnd, times: JobTimes): ResultRow {
  return { ...rowOf(job, [], times), time_per_repeat: seconds, status, reason, provenance: null };
}

/** The row of a job whose fit is that of another one, whose row there is. */
export function rowOfSameFit(job: Job, row: ResultRow): ResultRow {
  const { name, parameter, ...identity } = job;
  const { provenance } = row;
  return {
    ...row,
    name,
    parameter,
    job: identity,
    provenance: provenance && { ...provenance, same_fit_as: row.job?.id ?? null },
  };
}

function rowOf(
  { name, parameter, ...job }: Job,
  score: readonly number[],
  { start, done }: JobTimes,
): Omit<ResultRow, 'time_per_repeat' | 'status' | 'reason' | 'provenance'> {
  const { mean, doubledDeviation } = scoreStatistics(score);
  return {
    name,
    parameter,
    score,
    mean_accuracy: mean,
    std_accuracy: doubledDeviation,
    num_repeat: score.length,
    start_time: start,
    done_time: done,
    job,
  };
}
