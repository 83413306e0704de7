import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 5;

/** What a stopped run rejects with. */
export const REASON: Error = new Error('changed my mind');

/** Aborts `run` with `REASON` once `isTime`, and gives its promise, settled or not. */
export async function stopOnce<T>(
  isTime: () => boolean | Promise<boolean>,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly ending: Promise<T> }> {
  const controller = new AbortController();
  const ending = run(controller.signal);
  const over = ending.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([over, isTime()]))) await sleep(PAUSE_MS);
  controller.abort(REASON);
  return { ending };
}

/** Bytes in a file; 0 when there is none. */
export async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return size;
}
