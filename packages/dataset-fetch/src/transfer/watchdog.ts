/** How long a transfer may stand still. There is no limit for the whole. */
export interface TransferTimeouts {
  /** Until a server has answered, the connection included. @default 10_000 */
  readonly connectMs: number;
  /** Between two pieces of the body. @default 30_000 */
  readonly idleMs: number;
  /** Over any two idle times; less counts as standing still. @default 1024 */
  readonly minBytesPerMinute: number;
}

export const DEFAULT_TIMEOUTS: TransferTimeouts = Object.freeze({
  connectMs: 10_000,
  idleMs: 30_000,
  minBytesPerMinute: 1024,
});

export interface Watchdog {
  /** Waits for the head of an answer. */
  answer<T>(work: Promise<T>): Promise<T>;
  /** Waits for the next piece of a body; `undefined` is its end. */
  piece(work: Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined>;
}

/**
 * Watches what is waited for, and only that: time that this program spends on its own does not count.
 *
 * @param expire - Called with what the server did not do. It must make the work that is waited for reject.
 */
export function createWatchdog(timeouts: TransferTimeouts, expire: (what: string) => void): Watchdog {
  const { connectMs, idleMs, minBytesPerMinute } = timeouts;
  let waitedMs = 0;
  let receivedBytes = 0;

  async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => expire(`${what} for ${limitMs / 1000} s`), limitMs);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  async function piece(work: Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
    const startMs = performance.now();
    const bytes = await within(idleMs, 'sent nothing', work);
    waitedMs += performance.now() - startMs;
    receivedBytes += bytes?.length ?? 0;
    if (bytes === undefined || waitedMs < 2 * idleMs) return bytes;
    if (receivedBytes * 60_000 < minBytesPerMinute * waitedMs) {
      expire(`sent only ${receivedBytes} bytes in ${Math.round(waitedMs / 1000)} s`);
    }
    waitedMs = 0;
    receivedBytes = 0;
    return bytes;
  }

  return { answer: (work) => within(connectMs, 'did not answer', work), piece };
}
