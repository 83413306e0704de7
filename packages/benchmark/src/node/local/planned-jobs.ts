import { dueJobs } from '../../jobs/due-jobs.ts';
import type { PlannedConfiguration } from '../../jobs/plan-jobs.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobSource } from './job-source.ts';

interface PlannedState {
  readonly configuration: PlannedConfiguration;
  readonly rows: ResultRow[];
}

/**
 * Planned jobs as a source: those without a row, and repeats as far as the scores call for them. After each job only its
 * own configuration is looked at.
 *
 * @param planned - By `planJobs`.
 * @param rows - What has been done before; rows of other jobs do not count.
 */
export function plannedJobs(planned: readonly PlannedConfiguration[], rows: readonly ResultRow[]): JobSource {
  const states = planned.map((configuration): PlannedState => ({ configuration, rows: [] }));
  const stateOf = new Map(
    states.flatMap((state) => state.configuration.jobs.map(({ id }) => [id, state] as const)),
  );
  const note = (row: ResultRow) => {
    const state = row.job === null ? undefined : stateOf.get(row.job.id);
    state?.rows.push(row);
    return state;
  };
  for (const row of rows) note(row);
  const dueOf = ({ configuration, rows: own }: PlannedState) => dueJobs([configuration], own);
  return {
    begin: () => states.flatMap(dueOf),
    after(row) {
      const state = note(row);
      return state === undefined ? [] : dueOf(state);
    },
  };
}
