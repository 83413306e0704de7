import type { BatchRun, TrainingBatch } from './batch-source.ts';
import type { PrepareBatch } from './prepare-batches.ts';

export interface AheadOptions extends BatchRun {
  readonly batchCount: number;
  /** How many batches are in preparation or wait to be taken, at most. */
  readonly ahead: number;
}

/** The batches of an epoch, of which some are prepared while others are in use. */
export async function* prepareAhead(
  prepare: PrepareBatch,
  epoch: number,
  { batchCount, ahead, firstBatch = 0, signal }: AheadOptions,
): AsyncGenerator<TrainingBatch, void, void> {
  const prepared: Promise<TrainingBatch>[] = [];
  for (let index = firstBatch; index < batchCount; index += 1) {
    signal?.throwIfAborted();
    while (prepared.length < Math.min(ahead, batchCount - index))
      prepared.push(quietly(prepare(epoch, index + prepared.length)));
    const [next] = prepared.splice(0, 1);
    if (next !== undefined) yield await orAborted(next, signal);
  }
}

/** A failure is told to who awaits the batch, not to the process while nobody does yet. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  let abort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
