import type { Parameters } from '../../../configuration.ts';
import { createJob } from '../../../jobs/create-job.ts';
import { identifyDataset } from '../../../jobs/dataset-identity.ts';
import type { Job, JobDescription } from '../../../jobs/job.ts';
import { packageVersion } from '../../../package-version.ts';
import { loadSplits } from './tiny-splits.ts';

/** Address of the module that loads the data of `tinyJob`. */
export const tinyLoader: string = new URL('./tiny-splits.ts', import.meta.url).href;

/** A job about a tiny dataset. */
export async function tinyJob(
  name: string,
  parameter: Parameters = {},
  description: Partial<JobDescription> = {},
): Promise<Job> {
  const { train, test } = await loadSplits('tiny');
  return createJob({
    name,
    parameter,
    defaults: {},
    dataset: await identifyDataset(train, test),
    samples: { train: null, test: null },
    preprocessing: 'standard',
    repeat: 0,
    seed: 42,
    packageVersion,
    ...description,
  });
}
