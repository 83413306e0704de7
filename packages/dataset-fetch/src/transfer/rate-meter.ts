const TIME_CONSTANT_MS = 1000;

/** A rate that follows a running count. */
export interface RateMeter {
  /** Units per second, given the count at this time; `undefined` before any time has passed. */
  update(count: number, nowMs: number): number | undefined;
}

/**
 * A meter that weighs the last second most: an exponential moving average, corrected for its start at nothing, so
 * that a steady stream has its true rate from the first moment on.
 */
export function createRateMeter(startCount: number, startMs: number): RateMeter {
  let lastCount = startCount;
  let lastMs = startMs;
  let average = 0;
  let weight = 0;
  return {
    update(count, nowMs) {
      const elapsedMs = nowMs - lastMs;
      if (elapsedMs > 0) {
        const kept = Math.exp(-elapsedMs / TIME_CONSTANT_MS);
        average = kept * average + (1 - kept) * ((count - lastCount) / elapsedMs) * 1000;
        weight = kept * weight + (1 - kept);
        lastCount = count;
        lastMs = nowMs;
      }
      return weight === 0 ? undefined : average / weight;
    },
  };
}
