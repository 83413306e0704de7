import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorityOf } from './priority.ts';

describe('priorityOf', () => {
  it('is one that BullMQ takes, whatever is expected', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true }), (seconds) => {
        const priority = priorityOf(seconds);
        expect(Number.isInteger(priority)).toBe(true);
        expect(priority).toBeGreaterThanOrEqual(1);
        expect(priority).toBeLessThanOrEqual(2_097_151);
      }),
    );
  });

  it('is lower, and so first, for what takes at least a thousandth longer', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 9e6, noNaN: true }), (seconds) => {
        expect(priorityOf(seconds * 1.001)).toBeLessThan(priorityOf(seconds));
      }),
    );
  });
});
