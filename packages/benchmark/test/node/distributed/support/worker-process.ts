import { once } from 'node:events';
import { startBenchmarkWorker } from '../../../../src/node/distributed/index.ts';
import { fakeExecutor, untilAborted } from './fake-executor.ts';
import { rowOf } from './jobs.ts';
import { tellParent } from './tell-parent.ts';

const { queue, queueName, lockSeconds, conduct } = JSON.parse(process.argv[2] ?? '{}');

/** How a job goes: it waits until it may end, it never ends, or it takes the worker down. */
const conducts: Readonly<Record<string, (signal: AbortSignal | undefined) => unknown>> = {
  obey: () => once(process, 'message'),
  hang: untilAborted,
  die: () => process.kill(process.pid, 'SIGKILL'),
};

const executor = fakeExecutor(async (job, { signal }) => {
  await tellParent(job.id);
  await conducts[conduct]?.(signal);
  return rowOf(job);
});
const worker = await startBenchmarkWorker({ queue, queueName, lockSeconds, executors: [executor] });
process.on('SIGTERM', () => {
  process.on('SIGTERM', () => void worker.close());
  void worker.drain();
  void tellParent('draining');
});
await worker.drained;
process.disconnect();
