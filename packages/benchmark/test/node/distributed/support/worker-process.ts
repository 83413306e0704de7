import { once } from 'node:events';
import { startBenchmarkWorker } from '../../../../src/node/distributed/index.ts';
import { fakeExecutor, untilAborted } from './fake-executor.ts';
import { doneRow } from './jobs.ts';

const { queue, queueName, lockSeconds, conduct } = JSON.parse(process.argv[2] ?? '{}');

/** How a job goes: it waits until it may end, it never ends, or it takes the worker down. */
const conducts = {
  obey: () => once(process, 'message'),
  hang: untilAborted,
  die: () => process.kill(process.pid, 'SIGKILL'),
} satisfies Record<string, (signal: AbortSignal | undefined) => unknown>;

const executor = fakeExecutor(async (job, { signal }) => {
  await tell(job.id);
  await conducts[conduct as keyof typeof conducts](signal);
  return doneRow(job);
});
const worker = await startBenchmarkWorker({ queue, queueName, lockSeconds, executors: [executor] });
process.on('SIGTERM', () => {
  process.on('SIGTERM', () => void worker.close());
  void worker.drain();
  void tell('draining');
});
await worker.drained;
process.disconnect();

function tell(message: string): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}
