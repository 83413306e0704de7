import type { ResultRow } from '../results/result-row.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Job } from './job.ts';
import type { RepeatOutcome } from './repeats.ts';

/** The planned repeats of a configuration, and how far they are. */
export interface ConfigurationProgress {
  readonly jobs: readonly Job[];
  /** Those that have not ended. */
  readonly open: readonly Job[];
  /** How the others ended. */
  readonly outcomes: readonly RepeatOutcome[];
}

/** How far each configuration of a plan is; the last row of a job counts. */
export function configurationProgress(
  planned: readonly Job[],
  rows: readonly ResultRow[],
): readonly ConfigurationProgress[] {
  const rowOf = new Map(rows.flatMap((row) => (row.job === null ? [] : [[row.job.id, row] as const])));
  return groupByConfiguration(planned).map((jobs) => ({
    jobs,
    open: jobs.filter(({ id }) => !rowOf.has(id)),
    outcomes: jobs.flatMap(({ id, repeat }) => {
      const row = rowOf.get(id);
      return row === undefined ? [] : [{ repeat, status: row.status, score: row.score[0] }];
    }),
  }));
}

function groupByConfiguration(planned: readonly Job[]): readonly (readonly Job[])[] {
  const groups = new Map<string, Job[]>();
  for (const job of planned) {
    const { id: _id, repeat: _repeat, seed: _seed, ...shared } = job;
    const key = canonicalJson(shared);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [job]);
    else group.push(job);
  }
  return [...groups.values()];
}
