import type { Configuration } from '../../configuration.ts';
import { createJob } from '../../jobs/create-job.ts';
import type { Job } from '../../jobs/job.ts';
import { record, text } from '../../results/fields.ts';
import { jobIdentity, parameters } from '../../results/parse-row.ts';

const configuration = record<Configuration>({ name: text, parameter: parameters });

/**
 * The job that a queue holds under an id. A queue is an input from outside: anybody may have written to it.
 *
 * @throws {Error} it is no job, or not the one of this id.
 */
export async function parseQueuedJob(data: string, id: string | undefined): Promise<Job> {
  const value: unknown = JSON.parse(data);
  const job = await createJob({ ...configuration(value, ''), ...jobIdentity(value, '') });
  if (job.id !== id) throw new TypeError(`expected the job ${id}, got ${job.id}`);
  return job;
}
