import { canonicalJson } from '../../jobs/canonical-json.ts';
import { dueJobs } from '../../jobs/due-jobs.ts';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import type { JobSource } from './job-source.ts';

interface ConfigurationState {
  readonly planned: Job[];
  readonly rows: ResultRow[];
}

/**
 * Planned jobs as a source: those without a row, and repeats as far as the scores call for them. After each job only its
 * own configuration is looked at.
 *
 * @param planned - By `planJobs`.
 * @param rows - What has been done before; rows of other jobs do not count.
 */
export function plannedJobs(planned: readonly Job[], rows: readonly ResultRow[]): JobSource {
  const stateOf = new Map<string, ConfigurationState>();
  const keyOfId = new Map<string, string>();
  for (const job of planned) {
    const key = configurationKey(job);
    keyOfId.set(job.id, key);
    const state = stateOf.get(key);
    if (state === undefined) stateOf.set(key, { planned: [job], rows: [] });
    else state.planned.push(job);
  }
  const stateAfter = (row: ResultRow) => {
    const state = stateOf.get(keyOfId.get(row.job?.id ?? '') ?? '');
    state?.rows.push(row);
    return state;
  };
  for (const row of rows) stateAfter(row);
  const dueOf = (state: ConfigurationState) => dueJobs(state.planned, state.rows);
  return {
    begin: () => [...stateOf.values()].flatMap(dueOf),
    after(row) {
      const state = stateAfter(row);
      return state === undefined ? [] : dueOf(state);
    },
  };
}

function configurationKey({ id: _id, repeat: _repeat, seed: _seed, ...work }: Job): string {
  return canonicalJson(work);
}
