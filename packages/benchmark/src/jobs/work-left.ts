import type { ResultRow } from '../results/result-row.ts';
import { type ConfigurationProgress, configurationProgress } from './configuration-progress.ts';
import type { Job } from './job.ts';
import type { CostModel } from './learn-costs.ts';
import type { PlannedConfiguration } from './plan-jobs.ts';
import { neededRepeats } from './repeats.ts';

/** Seconds of work, however many workers share it: nobody knows yet which configurations will need all repeats. */
export interface WorkLeft {
  /** If the second score of every configuration agrees with its first. */
  readonly least: number;
  /** If it never does. */
  readonly most: number;
}

/**
 * The work that a run has left.
 *
 * @param planned - By `planJobs`.
 * @param rows - Of what has ended; jobs at work count as left.
 */
export function workLeft(
  planned: readonly PlannedConfiguration[],
  rows: readonly ResultRow[],
  costs: CostModel,
): WorkLeft {
  const progress = configurationProgress(planned, rows);
  const secondsIf = (difference: number) =>
    progress
      .flatMap((configuration) => openIf(configuration, difference))
      .reduce((sum, job) => sum + costs(job).seconds, 0);
  return { least: secondsIf(0), most: secondsIf(1) };
}

/** The jobs that are to come if all open ones succeed, and the first two scores differ so. */
function openIf({ repeats, open, outcomes }: ConfigurationProgress, difference: number): readonly Job[] {
  const known = outcomes.find(({ repeat }) => repeat < 2)?.score ?? 0;
  const differing = open.some(({ repeat }) => repeat === 1) ? 1 : 0;
  const imagined = open.map(({ repeat }) => ({
    repeat,
    status: 'done' as const,
    score: repeat === differing ? known + difference : known,
  }));
  const needed = neededRepeats([...outcomes, ...imagined], repeats);
  return open.filter(({ repeat }) => needed.includes(repeat));
}
