import type { Job as BullmqJob } from 'bullmq';
import type { Job } from '../../jobs/job.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { failedRow } from './failed-row.ts';

/** What BullMQ says of a job whose workers fell silent too often. */
const STALLED_REASON = 'job stalled more than allowable limit';

/** The row of a job in the queue, or undefined as long as it is waiting or being done. */
export async function outcomeOf(queued: BullmqJob<string, string>, job: Job): Promise<ResultRow | undefined> {
  if (queued.finishedOn === undefined) return undefined;
  const state = await queued.getState();
  if (state === 'completed') return parseRow(queued, job);
  return state === 'failed' ? rowOfFailure(queued, job, queued.failedReason) : undefined;
}

function parseRow(queued: BullmqJob<string, string>, job: Job): ResultRow {
  const row = readRow(queued.returnvalue);
  return row?.job?.id === job.id
    ? row
    : rowOfFailure(queued, job, 'what its worker sent is not a row of this job');
}

/** The queue is an input from outside: anything may stand where a row is expected. */
function readRow(text: unknown): ResultRow | undefined {
  try {
    return JSON.parse(String(text)) as ResultRow;
  } catch {
    return undefined;
  }
}

function rowOfFailure(queued: BullmqJob<string, string>, job: Job, reason: string): ResultRow {
  const { timestamp, processedOn = timestamp, finishedOn = processedOn } = queued;
  return failedRow(job, {
    reason:
      reason === STALLED_REASON
        ? 'its worker died, or lost the queue, and so did the ones that took over'
        : reason,
    startTime: processedOn / 1000,
    doneTime: finishedOn / 1000,
  });
}
