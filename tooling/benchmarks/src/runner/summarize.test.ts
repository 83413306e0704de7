import { describe, expect, it } from 'vitest';
import { summarize } from './summarize.ts';

describe('summarize', () => {
  it('takes the middle of an odd number of samples, whatever their order', () => {
    expect(summarize([10, 9, 2])).toEqual({ median: 9, min: 2, max: 10 });
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(summarize([4, 1, 2, 100]).median).toBe(3);
  });

  it('refuses to summarize nothing', () => {
    expect(() => summarize([])).toThrow(RangeError);
  });
});
