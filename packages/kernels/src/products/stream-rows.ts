import type { Command } from '../compute/command.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import type { SampleMatrix } from '../samples.ts';

/** Some rows of a matrix, in the memory of a pool. */
export interface Rows {
  readonly pointer: number;
  /** Which row of the matrix comes first. */
  readonly start: number;
  readonly count: number;
}

export interface StreamOptions {
  readonly rowsAtOnce: number;
  readonly signal?: AbortSignal | undefined;
  /** Called when the commands for some rows are done; the next ones begin when it has settled. */
  readonly onRows: (rows: Rows) => void | Promise<void>;
}

/**
 * Carries the rows of a matrix through a pool, some at a time: while they are computed with, the next are written. So
 * the pool never holds the matrix whole.
 *
 * @throws the signal's reason, when aborted; what `onRows` throws.
 */
export async function streamRows(
  pool: WorkerPool,
  { data, sampleCount, featureCount }: SampleMatrix,
  { rowsAtOnce, signal, onRows }: StreamOptions,
  commandsFor: (rows: Rows) => readonly Command[],
): Promise<void> {
  const region = pool.region();
  const bufferBytes = Math.min(rowsAtOnce, sampleCount) * featureCount * data.BYTES_PER_ELEMENT;
  const buffers = [region.alloc(bufferBytes), sampleCount > rowsAtOnce ? region.alloc(bufferBytes) : 0];
  const rowsFrom = (start: number): Rows => ({
    pointer: buffers[(start / rowsAtOnce) % 2]!,
    start,
    count: Math.min(rowsAtOnce, sampleCount - start),
  });
  const write = async ({ pointer, start, count }: Rows): Promise<void> => {
    if (count > 0)
      await pool.write(pointer, data.subarray(start * featureCount, (start + count) * featureCount));
  };
  try {
    signal?.throwIfAborted();
    await write(rowsFrom(0));
    for (let start = 0; start < sampleCount; start += rowsAtOnce) {
      const rows = rowsFrom(start);
      await allOf([pool.submit(commandsFor(rows), { signal }), write(rowsFrom(start + rowsAtOnce))]);
      await onRows(rows);
    }
  } finally {
    region.release();
  }
}

/** Waits for all, even when one fails: none may touch the memory once it is given back. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
