import type { ProgressEvent } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { createDownloadProgress } from './download-progress.ts';

function progressOf({ startSize = 0, totalBytes }: { startSize?: number; totalBytes?: number }) {
  const clock = { ms: 0 };
  const events: ProgressEvent[] = [];
  const progress = createDownloadProgress({
    onProgress: (event) => events.push(event),
    detail: 'file',
    startSize,
    totalBytes,
    now: () => clock.ms,
  });
  return { clock, events, progress };
}

describe('createDownloadProgress', () => {
  it('tells at most 20 times a second, and always at the end', () => {
    const { clock, events, progress } = progressOf({ totalBytes: 1000 });
    for (let completed = 1; completed <= 1000; completed++) {
      clock.ms = completed;
      progress.advance(completed);
    }
    progress.finish(1000);
    expect(events).toHaveLength(21);
    expect(events.map(({ completed }) => completed).slice(0, 3)).toEqual([1, 51, 101]);
    expect(events.at(-1)).toMatchObject({ completed: 1000, total: 1000 });
  });

  it('gives the rate of what comes now, without what was there before', () => {
    const { clock, events, progress } = progressOf({ startSize: 1_000_000, totalBytes: 2_000_000 });
    clock.ms = 100;
    progress.advance(1_000_500);
    expect(events[0]?.rate).toBeCloseTo(5000, 6);
  });

  it('takes what has come as the total where the server does not tell', () => {
    const { events, progress } = progressOf({});
    progress.advance(10);
    expect(events[0]).toEqual({ stage: 'download', completed: 10, total: 10, unit: 'bytes', detail: 'file' });
  });
});
