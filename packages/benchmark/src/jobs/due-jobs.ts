import type { ResultRow } from '../results/result-row.ts';
import { configurationProgress } from './configuration-progress.ts';
import type { Job } from './job.ts';
import type { PlannedConfiguration } from './plan-jobs.ts';
import { neededRepeats } from './repeats.ts';

/**
 * The planned jobs that are to be done now: without those that have ended, and repeats only as far as the scores so far
 * call for them. Ask again whenever a job has ended, of its configuration alone if there are many; when no job is due and
 * none is at work, the run is complete.
 *
 * @param planned - By `planJobs`.
 * @param rows - Of this run or of any other; those of other jobs do not count. The last one of a job counts.
 */
export function dueJobs(
  planned: readonly PlannedConfiguration[],
  rows: readonly ResultRow[],
): readonly Job[] {
  return configurationProgress(planned, rows).flatMap(({ repeats, open, outcomes }) => {
    const needed = neededRepeats(outcomes, repeats);
    return open.filter(({ repeat }) => needed.includes(repeat));
  });
}
