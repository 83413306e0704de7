import { createRng, type Rng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

/** Always draws the largest float below one, or the given one. */
const drawing = (float: number): Rng => ({ ...createRng(0), nextFloat: () => float });

describe('backoffMs', () => {
  it('doubles its limit every round, up to a cap', () => {
    const limits = [0, 1, 2, 5, 6, 7, 2000].map((round) => backoffMs(round, drawing(1)));
    expect(limits).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('takes another base and another cap', () => {
    const limits = [0, 1, 2].map((round) => backoffMs(round, drawing(1), { baseMs: 10, capMs: 30 }));
    expect(limits).toEqual([10, 20, 30]);
  });

  it('may be anything below the limit', () => {
    expect([0, 0.25, 0.5].map((float) => backoffMs(1, drawing(float)))).toEqual([0, 250, 500]);
  });

  it('is the same for the same seed', () => {
    expect(backoffMs(3, createRng(9))).toBe(backoffMs(3, createRng(9)));
  });
});
