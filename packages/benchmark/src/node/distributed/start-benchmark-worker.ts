import { BenchmarkError } from '../../errors.ts';
import type { BenchmarkWorker, BenchmarkWorkerOptions } from './benchmark-worker.ts';
import { loadBullmq } from './bullmq.ts';
import { parseQueueAddress } from './queue-address.ts';
import { QueueWorker } from './queue-worker.ts';

/**
 * Does jobs of a queue until it is told to end.
 *
 * A job that fails to trouble of this worker is tried again, here or elsewhere, after a while. Parameters that are
 * refused, too little memory and too much time are results.
 *
 * @throws {BenchmarkError} `E_QUEUE` - the address is none, a package is missing, or the server cannot be reached.
 *   `E_OPTION` - there is no executor.
 */
export async function startBenchmarkWorker(options: BenchmarkWorkerOptions): Promise<BenchmarkWorker> {
  const { executors, signal } = options;
  signal?.throwIfAborted();
  if (executors.length === 0)
    throw new BenchmarkError('E_OPTION', 'executors: expected one or more, got none');
  const bullmq = await loadBullmq(parseQueueAddress(options.queue));
  const worker = new QueueWorker(bullmq, options);
  await worker.start();
  // What goes wrong while it ends, `drained` tells.
  const close = () => void worker.close().catch(() => {});
  signal?.addEventListener('abort', close, { once: true });
  if (signal?.aborted) close();
  return worker;
}
