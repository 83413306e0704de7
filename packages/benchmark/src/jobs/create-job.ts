import { canonicalJson } from './canonical-json.ts';
import type { Job, JobDescription } from './job.ts';
import { sha256 } from './sha256.ts';

/**
 * The job of a description. Its id is the SHA-256 of the description as canonical JSON: whoever describes the same work,
 * anywhere, gets the same id. Other members, such as another id, do not count.
 *
 * @throws {BenchmarkError} `E_OPTION` - JSON has no word for a value in it, such as NaN.
 */
export async function createJob({
  name,
  parameter,
  defaults,
  dataset,
  samples,
  preprocessing,
  repeat,
  seed,
  packageVersion,
}: JobDescription): Promise<Job> {
  const description: JobDescription = {
    name,
    parameter,
    defaults,
    dataset: { name: dataset.name, sha256: dataset.sha256 },
    samples: { train: samples.train, test: samples.test },
    preprocessing,
    repeat,
    seed,
    packageVersion,
  };
  return Object.freeze({ ...description, id: await sha256(canonicalJson(description)) });
}
