import type { Job } from '../../../jobs/job.ts';
import type { ResultRow } from '../../../results/result-row.ts';
import { anyDoneRow } from '../../../results/testing/rows.ts';
import type { ExecuteOptions, JobExecutor } from '../../execution/job-executor.ts';

export interface FakeExecutor extends JobExecutor {
  /** Jobs in the order in which they were begun. */
  readonly begun: readonly Job[];
  readonly closings: number;
}

export interface FakeBehaviour {
  readonly execute?: (job: Job, options: ExecuteOptions) => Promise<ResultRow>;
  readonly residentBytes?: () => number;
}

/** Does jobs in this process by doing nothing. */
export function fakeExecutor({
  execute = async (job) => anyDoneRow(job),
  residentBytes = () => 0,
}: FakeBehaviour = {}): FakeExecutor {
  const begun: Job[] = [];
  let closings = 0;
  return {
    begun,
    get closings() {
      return closings;
    },
    execute(job, options = {}) {
      begun.push(job);
      return execute(job, options);
    },
    residentBytes: async () => residentBytes(),
    close: async () => {
      closings++;
    },
  };
}

/** Never ends by itself. */
export function untilAborted(_: Job, { signal }: ExecuteOptions): Promise<ResultRow> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });
}
