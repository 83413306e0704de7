import type { BulkJobOptions } from 'bullmq';
import type { Job } from '../../jobs/job.ts';
import { priorityOf } from './priority.ts';

/** How often and after how long a job is tried that fell to the trouble of a worker. */
export interface RetryPolicy {
  readonly attempts: number;
  /** Before the second attempt; twice as long before each further one. */
  readonly retryDelaySeconds: number;
}

/** A job as BullMQ takes it. */
export interface QueuedJob {
  readonly name: string;
  readonly data: string;
  readonly opts: BulkJobOptions;
}

export function toQueuedJob(job: Job, expectedSeconds: number, policy: RetryPolicy): QueuedJob {
  return {
    name: job.name,
    data: JSON.stringify(job),
    opts: {
      jobId: job.id,
      priority: priorityOf(expectedSeconds),
      attempts: policy.attempts,
      backoff: { type: 'exponential', delay: policy.retryDelaySeconds * 1000 },
    },
  };
}
