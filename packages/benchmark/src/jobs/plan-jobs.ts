import type { GridConfiguration } from '../configuration.ts';
import { BenchmarkError } from '../errors.ts';
import { createJob } from './create-job.ts';
import type { DatasetIdentity, Job, Preprocessing, SampleCounts } from './job.ts';
import { repeatSeed } from './repeat-seed.ts';
import { REPEATS } from './repeats.ts';

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

function requireWhole(name: string, value: number, min: number): void {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected a whole number >= ${min}, got ${value}`);
}
