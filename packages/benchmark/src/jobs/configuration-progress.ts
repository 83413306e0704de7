import type { ResultRow } from '../results/result-row.ts';
import type { Job } from './job.ts';
import type { PlannedConfiguration } from './plan-jobs.ts';
import type { RepeatOutcome } from './repeats.ts';

/** How far the repeats of a configuration are. */
export interface ConfigurationProgress {
  /** How many there may be. */
  readonly repeats: number;
  /** Those that have not ended. */
  readonly open: readonly Job[];
  /** How the others ended. */
  readonly outcomes: readonly RepeatOutcome[];
}

/** How far each configuration of a plan is; the last row of a job counts. */
export function configurationProgress(
  planned: readonly PlannedConfiguration[],
  rows: readonly ResultRow[],
): readonly ConfigurationProgress[] {
  const rowOf = new Map(rows.flatMap((row) => (row.job === null ? [] : [[row.job.id, row] as const])));
  return planned.map(({ jobs }) => ({
    repeats: jobs.length,
    open: jobs.filter(({ id }) => !rowOf.has(id)),
    outcomes: jobs.flatMap(({ id, repeat }) => {
      const row = rowOf.get(id);
      return row === undefined ? [] : [{ repeat, status: row.status, score: row.score[0] }];
    }),
  }));
}
