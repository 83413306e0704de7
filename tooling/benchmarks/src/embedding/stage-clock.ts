import type { ProgressListener } from '@fashion-mnist/core';

/** Finds out how long the stages of a computation take from what it reports. */
export interface StageClock {
  readonly onProgress: ProgressListener;
  /** Milliseconds by stage, in the order of their first reports; what comes after the last report is `end`. */
  stop(): ReadonlyMap<string, number>;
}

const BEFORE = 'begin';
const AFTER = 'end';

/**
 * A clock that runs from now on. The time up to a report belongs to the stage that is reported, up to its very first
 * report with nothing completed to the stage before.
 */
export function stageClock(now: () => number = () => performance.now()): StageClock {
  const spent = new Map<string, number>();
  let stage = BEFORE;
  let last = now();
  const charge = (name: string) => {
    const time = now();
    spent.set(name, (spent.get(name) ?? 0) + time - last);
    last = time;
  };
  return {
    onProgress(event) {
      charge(event.completed === 0 ? stage : event.stage);
      stage = event.stage;
    },
    stop() {
      charge(AFTER);
      return spent;
    },
  };
}
