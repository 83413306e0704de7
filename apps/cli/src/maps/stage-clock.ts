import type { ProgressListener } from '@fashion-mnist/core';

/** Measures how long the stages of a job take, by its progress. */
export interface StageClock {
  readonly listen: ProgressListener;
  /** The seconds of each stage so far, in order, to two decimals. */
  seconds(): Readonly<Record<string, number>>;
}

/** The time up to each event counts for its stage. Every event goes on to the listener. */
export function createStageClock(
  listener: ProgressListener,
  now: () => number = () => performance.now(),
): StageClock {
  const elapsed = new Map<string, number>();
  let last = now();
  return {
    listen(event) {
      const moment = now();
      elapsed.set(event.stage, (elapsed.get(event.stage) ?? 0) + moment - last);
      last = moment;
      listener(event);
    },
    seconds: () =>
      Object.fromEntries(Array.from(elapsed, ([stage, ms]) => [stage, Math.round(ms / 10) / 100])),
  };
}
