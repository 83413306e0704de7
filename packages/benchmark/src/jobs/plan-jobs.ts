import type { GridConfiguration } from '../configuration.ts';
import { BenchmarkError } from '../errors.ts';
import { packageVersion as ownVersion } from '../package-version.ts';
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
  /** Of the package whose classifiers do the jobs. @default that of this one */
  readonly packageVersion?: string | undefined;
}

/** A configuration and the jobs that it may come to. */
export interface PlannedConfiguration extends GridConfiguration {
  /** One for each repeat, in order. */
  readonly jobs: readonly Job[];
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
): Promise<readonly PlannedConfiguration[]> {
  const { seed = 0, repeats = REPEATS, preprocessing = 'standard', samples = ALL } = settings;
  requireWhole('seed', seed, 0);
  requireWhole('repeats', repeats, 1);
  for (const count of [samples.train, samples.test]) if (count !== null) requireWhole('samples', count, 1);

  const { dataset, packageVersion = ownVersion } = settings;
  const shared = { dataset, samples, preprocessing, packageVersion };
  const chances = Array.from({ length: repeats }, (_, repeat) => ({
    repeat,
    seed: repeatSeed(seed, repeat),
  }));
  return Promise.all(
    configurations.map(async ({ name, parameter, defaults }) => {
      const configuration = { name, parameter, defaults };
      const descriptions = chances.map((chance) => ({ ...configuration, ...shared, ...chance }));
      return { ...configuration, jobs: await Promise.all(descriptions.map(createJob)) };
    }),
  );
}

const ALL: SampleCounts = Object.freeze({ train: null, test: null });

function requireWhole(name: string, value: number, min: number): void {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected a whole number >= ${min}, got ${value}`);
}
