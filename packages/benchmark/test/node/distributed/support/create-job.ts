import { createHash } from 'node:crypto';
import type { Job, JobDescription } from '../../../../src/jobs/job.ts';
export async function createJob(description: JobDescription): Promise<Job> {
  return { ...description, id: createHash('sha256').update(JSON.stringify(description)).digest('hex') };
}
