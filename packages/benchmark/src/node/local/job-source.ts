import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';

/** Says which jobs are to be done. A job may be named more than once; it is done once. */
export interface JobSource {
  /** The jobs that are due before anything is done. */
  begin(): readonly Job[];
  /** The jobs that are due now that a job has ended in this row. */
  after(row: ResultRow): readonly Job[];
}
