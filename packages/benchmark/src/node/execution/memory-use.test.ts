import { expect, it } from 'vitest';
import { forgetPeak, peakBytes, peakBytesOf } from './memory-use.ts';

const MEBIBYTE = 2 ** 20;

it('notices memory that is given back by now', () => {
  forgetPeak();
  const before = process.memoryUsage.rss();
  const filled = Buffer.alloc(200 * MEBIBYTE, 1);
  expect(filled.at(-1)).toBe(1);
  expect(peakBytes()).toBeGreaterThan(before + 150 * MEBIBYTE);
});

it('knows nothing of a process that is none', () => {
  expect(peakBytesOf(2 ** 30)).toBe(0);
});
