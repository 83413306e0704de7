import { createRng, type ProgressListener, reportProgress } from '@fashion-mnist/core';
import { DatasetFetchError } from '../errors.ts';
import { backoffMs } from '../transfer/backoff.ts';
import { TransferError } from '../transfer/transfer-error.ts';

const DEFAULT_RETRIES = 2;
/** A server that asks for more patience than this is given up. */
const LONGEST_PAUSE_MS = 60_000;

export interface AskOptions {
  /** How often sources that may recover are asked again. @default 2 */
  readonly retries?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** A source, and what it has been good for so far. */
interface Candidate<Source> {
  readonly source: Source;
  /** When it may be asked again, by `performance.now()`; never, when it failed for good. */
  notBefore: number;
}

/**
 * Asks sources one after another until all is had. One that fails in any way is left at once; when all have failed,
 * those that may recover are asked again after a pause.
 *
 * @param ask - Has what it can from a source; rejects when that is not all.
 * @returns Why each source failed, or undefined when one of them gave all that was wanted.
 * @throws what a source throws that says that the cache is unusable; the signal's reason, when aborted.
 */
export async function askInTurn<Source>(
  sources: readonly Source[],
  ask: (source: Source) => Promise<void>,
  { retries = DEFAULT_RETRIES, signal, onProgress }: AskOptions,
): Promise<ReadonlyMap<Source, unknown> | undefined> {
  const candidates = sources.map((source): Candidate<Source> => ({ source, notBefore: 0 }));
  const failures = new Map<Source, unknown>();
  for (let round = 0; round <= retries; round++) {
    const start = round === 0 ? 0 : await pauseBefore(round, candidates, signal, onProgress);
    if (start === undefined) break;
    for (const candidate of candidates.filter(({ notBefore }) => notBefore <= start)) {
      signal?.throwIfAborted();
      try {
        await ask(candidate.source);
        return undefined;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof DatasetFetchError && error.code === 'E_CACHE') throw error;
        candidate.notBefore = nextTry(error);
        failures.set(candidate.source, error);
      }
    }
  }
  return failures;
}

/**
 * Waits until a source may be asked again, and gives the time that was waited for: timers may fire a little early. Gives
 * undefined when no source may be asked again.
 */
async function pauseBefore(
  round: number,
  candidates: readonly Candidate<unknown>[],
  signal: AbortSignal | undefined,
  onProgress: ProgressListener | undefined,
): Promise<number | undefined> {
  const now = performance.now();
  const soonest = Math.min(...candidates.map(({ notBefore }) => notBefore)) - now;
  if (!(soonest <= LONGEST_PAUSE_MS)) return undefined;
  const pause = Math.max(soonest, backoffMs(round, createRng(Date.now())));
  const detail = `in ${(pause / 1000).toFixed(1)} s`;
  reportProgress(onProgress, { stage: 'retry', completed: 0, total: 1, unit: 'rounds', detail });
  await sleep(pause, signal);
  return now + pause;
}

function nextTry(error: unknown): number {
  if (!(error instanceof TransferError) || !error.retryable) return Number.POSITIVE_INFINITY;
  return performance.now() + (error.retryAfterMs ?? 0);
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      if (signal?.aborted === true) reject(signal.reason as Error);
      else resolve();
    }
  });
}
