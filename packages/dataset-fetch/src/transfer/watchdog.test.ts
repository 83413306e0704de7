import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWatchdog } from './watchdog.ts';

const TIMEOUTS = { connectMs: 10_000, idleMs: 30_000, minBytesPerMinute: 1024 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}

/** Watches pieces that come at intervals; returns what was complained about. */
async function watch(pieces: readonly { readonly afterMs: number; readonly bytes: number }[]) {
  const complaints: string[] = [];
  const watchdog = createWatchdog(TIMEOUTS, (what) => complaints.push(what));
  for (const { afterMs, bytes } of pieces) {
    const piece = watchdog.piece(after(afterMs, new Uint8Array(bytes)));
    await vi.advanceTimersByTimeAsync(afterMs);
    await piece;
  }
  return complaints;
}

describe('createWatchdog', () => {
  it('lets an answer take its time, and no more', async () => {
    const complaints: string[] = [];
    const watchdog = createWatchdog(TIMEOUTS, (what) => complaints.push(what));
    const early = watchdog.answer(after(9999, 'early'));
    await vi.advanceTimersByTimeAsync(9999);
    expect(await early).toBe('early');
    expect(complaints).toEqual([]);
    const late = watchdog.answer(after(10_001, 'late'));
    await vi.advanceTimersByTimeAsync(10_001);
    await late;
    expect(complaints).toEqual(['did not answer for 10 s']);
  });

  it('complains about a pause that is too long', async () => {
    expect(await watch([{ afterMs: 30_001, bytes: 9999 }])).toEqual(['sent nothing for 30 s']);
  });

  it('complains about one byte a second after a minute', async () => {
    const drip = Array.from({ length: 60 }, () => ({ afterMs: 1000, bytes: 1 }));
    expect(await watch(drip.slice(0, 59))).toEqual([]);
    expect(await watch(drip)).toEqual(['sent only 60 bytes in 60 s']);
  });

  it('is content with a kibibyte a minute', async () => {
    expect(await watch(Array.from({ length: 180 }, () => ({ afterMs: 1000, bytes: 18 })))).toEqual([]);
  });

  it('does not count the time in which nobody waits for the server', async () => {
    const complaints: string[] = [];
    const watchdog = createWatchdog(TIMEOUTS, (what) => complaints.push(what));
    for (let count = 0; count < 10; count++) {
      await watchdog.piece(Promise.resolve(new Uint8Array(1)));
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(complaints).toEqual([]);
  });
});
