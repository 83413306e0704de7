import type { Rng } from '@fashion-mnist/core';

export interface BackoffOptions {
  /** Longest wait of round 0. @default 500 */
  readonly baseMs?: number;
  /** Longest wait of any round. @default 30_000 */
  readonly capMs?: number;
}

const DEFAULTS = Object.freeze({ baseMs: 500, capMs: 30_000 } satisfies Required<BackoffOptions>);

/**
 * How long to wait after a failed round, in milliseconds: a random time up to a limit that doubles with every round,
 * so that clients that failed together do not come back together.
 *
 * @param round - Rounds that have failed before this one, from 0.
 * @see Brooker 2015, "Exponential Backoff And Jitter" ("full jitter"), AWS Architecture Blog.
 */
export function backoffMs(round: number, rng: Rng, options: BackoffOptions = {}): number {
  const { baseMs, capMs } = { ...DEFAULTS, ...options };
  return rng.nextFloat() * Math.min(capMs, baseMs * 2 ** round);
}
