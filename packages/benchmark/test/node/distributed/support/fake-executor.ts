import type { Job } from '../../../../src/jobs/job.ts';
import type { ExecuteOptions, JobExecutor } from '../../../../src/node/execution/job-executor.ts';
import type { ResultRow } from '../../../../src/results/result-row.ts';
import { rowOf } from './jobs.ts';

/** Does its jobs in this process. */
export interface FakeExecutor extends JobExecutor {
  /** The jobs that it began, in this order. */
  readonly begun: readonly Job[];
}

type Execute = (job: Job, options: ExecuteOptions) => ResultRow | Promise<ResultRow>;

export function fakeExecutor(execute: Execute = rowOf): FakeExecutor {
  const begun: Job[] = [];
  return {
    begun,
    async execute(job, options = {}) {
      begun.push(job);
      return execute(job, options);
    },
    residentBytes: async () => 0,
    close: async () => {},
  };
}

/** Never resolves, and rejects once the signal is aborted. */
export function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
