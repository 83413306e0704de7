import { describe, expect, it } from 'vitest';
import { threadCount } from './threads.ts';

describe('threadCount', () => {
  it('takes the option before the variable, and neither where neither is', () => {
    expect(threadCount(3, '5')).toBe(3);
    expect(threadCount(undefined, '5')).toBe(5);
    expect(threadCount(undefined, '')).toBeUndefined();
  });

  it.each(['0', 'all', '-1', '1.5', '257'])('refuses %s in the variable', (text) => {
    expect(() => threadCount(undefined, text)).toThrow(`FASHION_MNIST_THREADS: expected 1..256, got ${text}`);
  });
});
