import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';

export interface Failure {
  readonly reason: string;
  /** Seconds since 1970. */
  readonly startTime: number;
  readonly doneTime: number;
}

/** The row of a job that no worker could do. */
export function failedRow(job: Job, { reason, startTime, doneTime }: Failure): ResultRow {
  const { name, parameter, ...identity } = job;
  return {
    name,
    parameter,
    score: [],
    mean_accuracy: null,
    std_accuracy: null,
    time_per_repeat: null,
    num_repeat: 0,
    start_time: startTime,
    done_time: doneTime,
    status: 'failed',
    reason,
    job: identity,
    provenance: null,
  };
}
