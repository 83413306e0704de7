import type { ResultRow } from '../results/result-row.ts';
import { configurationProgress } from './configuration-progress.ts';
import type { Job } from './job.ts';
import { neededRepeats } from './repeats.ts';

/**
 * The planned jobs that are to be done now: without those that have ended, and repeats only as far as the scores so far
 * call for them. Ask again whenever a job has ended; when no job is due and none is at work, the run is complete.
 *
 * @param planned - By `planJobs`.
 * @param rows - Of this run or of any other; those of other jobs do not count. The last one of a job counts.
 */
export function dueJobs(planned: readonly Job[], rows: readonly ResultRow[]): readonly Job[] {
  return configurationProgress(planned, rows).flatMap(({ jobs, open, outcomes }) => {
    const needed = neededRepeats(outcomes, jobs.length);
    return open.filter(({ repeat }) => needed.includes(repeat));
  });
}
