import type { Job } from '../../../../src/jobs/job.ts';
import type { ExecuteOptions, JobExecutor } from '../../../../src/node/execution/job-executor.ts';
import type { ResultRow } from '../../../../src/results/result-row.ts';

type Execute = (job: Job, options: ExecuteOptions) => ResultRow | Promise<ResultRow>;

/** Does its jobs in this process. */
export function fakeExecutor(execute: Execute): JobExecutor {
  return {
    execute: async (job, options = {}) => execute(job, options),
    residentBytes: async () => 0,
    close: async () => {},
  };
}

/** Resolves never, and rejects once the signal is aborted. */
export function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
