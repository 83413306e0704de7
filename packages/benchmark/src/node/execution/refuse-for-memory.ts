import type { ExpectedCost } from '../../jobs/expected-cost.ts';
import type { Job } from '../../jobs/job.ts';
import { unfinishedRow } from '../../results/job-row.ts';
import type { ResultRow } from '../../results/result-row.ts';

/** The row of a job that is not begun, as it would need more memory than jobs may take. */
export function refuseForMemory(job: Job, { bytes }: ExpectedCost, memoryLimit: number): ResultRow {
  const reason = `expected to need ${mebibytes(bytes)} of memory, and jobs may take ${mebibytes(memoryLimit)}`;
  const now = Date.now() / 1000;
  return unfinishedRow(job, { status: 'refused', reason, seconds: null }, { start: now, done: now });
}

function mebibytes(count: number): string {
  return `${Math.ceil(count / 2 ** 20)} MiB`;
}
