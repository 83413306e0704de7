import type { Job } from '../../jobs/job.ts';

/**
 * The job that a queue holds under an id. A queue is an input from outside: anybody may have written to it.
 *
 * @throws {TypeError} it is no job, or not the one of this id.
 */
export function parseQueuedJob(data: unknown, id: string | undefined): Job {
  const job = readJson(data);
  if (!isJob(job) || job.id !== id) throw new TypeError(`expected a job of the benchmark with the id ${id}`);
  return job;
}

function readJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}

function isJob(value: unknown): value is Job {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'parameter' in value
  );
}
