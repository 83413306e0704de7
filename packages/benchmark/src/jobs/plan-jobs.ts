import type { GridConfiguration } from '../configuration.ts';
import { BenchmarkError } from '../errors.ts';
import type { ResultRow } from '../results/result-row.ts';
import { canonicalJson } from './canonical-json.ts';
import { createJob } from './create-job.ts';
import type { DatasetIdentity, Job, Preprocessing, SampleCounts } from './job.ts';
import { repeatSeed } from './repeat-seed.ts';
import { neededRepeats, REPEATS, type RepeatOutcome } from './repeats.ts';

/** What all jobs of a run have in common. */
export interface RunSettings {
  readonly dataset: DatasetIdentity;
  /** @default all samples */
  readonly samples?: SampleCounts | undefined;
  /** @default 'standard' */
  readonly preprocessing?: Preprocessing | undefined;
  /** Where chance begins, a whole number `0..2^53 - 1`. @default 0 */
  readonly seed?: number | undefined;
  /** The most repeats of a configuration, at least 1. @default 5 */
  readonly repeats?: number | undefined;
  readonly packageVersion: string;
}

/**
 * Every job that a run may come to: all repeats of all configurations, in the order of these. Which of them are to be done,
 * `dueJobs` says.
 *
 * @throws {BenchmarkError} `E_OPTION` - a number out of range.
 */
export async function planJobs(
  configurations: readonly GridConfiguration[],
  settings: RunSettings,
): Promise<readonly Job[]> {
  const { seed = 0, repeats = REPEATS, dataset, packageVersion } = settings;
  requireWhole('seed', seed, 0);
  requireWhole('repeats', repeats, 1);
  const { samples = { train: null, test: null }, preprocessing = 'standard' } = settings;
  for (const count of [samples.train, samples.test]) if (count !== null) requireWhole('samples', count, 1);

  const seeds = Array.from({ length: repeats }, (_, repeat) => repeatSeed(seed, repeat));
  const descriptions = configurations.flatMap(({ name, parameter, defaults }) =>
    seeds.map((seedOfRepeat, repeat) => ({
      name,
      parameter,
      defaults,
      dataset,
      samples,
      preprocessing,
      repeat,
      seed: seedOfRepeat,
      packageVersion,
    })),
  );
  return Promise.all(descriptions.map(createJob));
}

/**
 * The planned jobs that are to be done now: without those that have ended, and repeats only as far as the scores so far
 * call for them. Ask again whenever a job has ended; when no job is due and none is at work, the run is complete.
 *
 * @param planned - By `planJobs`.
 * @param rows - Of this run or of any other; those of other jobs do not count. The last one of a job counts.
 */
export function dueJobs(planned: readonly Job[], rows: readonly ResultRow[]): readonly Job[] {
  const rowOf = new Map(rows.flatMap((row) => (row.job === null ? [] : [[row.job.id, row] as const])));
  return byConfiguration(planned).flatMap((repeats) => {
    const outcomes = repeats.flatMap((job) => outcomeOf(job, rowOf.get(job.id)));
    const needed = neededRepeats(outcomes, repeats.length);
    return repeats.filter(({ id, repeat }) => needed.includes(repeat) && !rowOf.has(id));
  });
}

function outcomeOf({ repeat }: Job, row: ResultRow | undefined): readonly RepeatOutcome[] {
  return row === undefined ? [] : [{ repeat, status: row.status, score: row.score[0] }];
}

/** The repeats of each configuration. */
function byConfiguration(planned: readonly Job[]): readonly (readonly Job[])[] {
  const groups = new Map<string, Job[]>();
  for (const job of planned) {
    const { id: _id, repeat: _repeat, seed: _seed, ...work } = job;
    const key = canonicalJson(work);
    groups.set(key, [...(groups.get(key) ?? []), job]);
  }
  return [...groups.values()];
}

function requireWhole(name: string, value: number, min: number): void {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected a whole number >= ${min}, got ${value}`);
}
