import type { Job as BullmqJob } from 'bullmq';
import type { Job } from '../../jobs/job.ts';
import { unfinishedRow } from '../../results/job-row.ts';
import { parseRow } from '../../results/parse-row.ts';
import type { ResultRow } from '../../results/result-row.ts';

/** What BullMQ says of a job whose workers fell silent too often. */
const STALLED = 'job stalled more than allowable limit';

/** The row of a job in the queue, or undefined as long as it is waiting or being done. */
export async function outcomeOf(queued: BullmqJob<string, string>, job: Job): Promise<ResultRow | undefined> {
  if (queued.finishedOn === undefined) return undefined;
  const state = await queued.getState();
  if (state === 'completed') return deliveredRow(queued, job);
  return state === 'failed' ? failedRow(queued, job, reasonOf(queued)) : undefined;
}

/** The queue is an input from outside: anything may stand where a row is expected. */
function deliveredRow(queued: BullmqJob<string, string>, job: Job): ResultRow {
  try {
    const row = parseRow(JSON.parse(queued.returnvalue), '');
    if (row.job?.id === job.id) return row;
  } catch {}
  return failedRow(queued, job, 'expected a row of this job, got something else from its worker');
}

function reasonOf({ failedReason, attemptsMade }: BullmqJob): string {
  if (failedReason === STALLED) return 'its worker died or lost the queue, and so did those that took over';
  return attemptsMade > 1 ? `${failedReason} (${attemptsMade} attempts)` : failedReason;
}

function failedRow(queued: BullmqJob, job: Job, reason: string): ResultRow {
  const { timestamp, processedOn = timestamp, finishedOn = processedOn } = queued;
  const times = { start: processedOn / 1000, done: finishedOn / 1000 };
  return unfinishedRow(job, { status: 'failed', reason, seconds: null }, times);
}
