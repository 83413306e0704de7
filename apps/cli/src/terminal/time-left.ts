import type { ProgressEvent } from '@fashion-mnist/core';

/** Seconds until a stage of work ends, if it goes on as it has so far; undefined while it is too early to say. */
export type TimeLeft = (event: ProgressEvent, nowMs: number) => number | undefined;

/** What a stage needs to be judged by. */
const LEAST_MS = 2000;
const LEAST_SHARE = 0.02;

/** Follows one job through its stages. */
export function createTimeLeft(): TimeLeft {
  let stage: string | undefined;
  let start = { atMs: 0, completed: 0 };
  return ({ stage: current, completed, total }, nowMs) => {
    if (current !== stage || completed < start.completed) {
      stage = current;
      start = { atMs: nowMs, completed };
    }
    const elapsed = nowMs - start.atMs;
    const done = completed - start.completed;
    if (elapsed < LEAST_MS || total <= 0 || done / total < LEAST_SHARE) return undefined;
    return ((total - completed) * elapsed) / done / 1000;
  };
}

/** `75` as `1 min 15 s left`. */
export function describeTimeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s left`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s left`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min left`;
}
