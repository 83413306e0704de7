import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionalShares } from './proportional-shares.ts';

describe('proportionalShares', () => {
  it.each([
    { what: 'even counts', counts: [6000, 6000, 6000], total: 1500, shares: [500, 500, 500] },
    { what: 'the largest remainder: 2.1, 3.5, 1.4', counts: [21, 35, 14], total: 7, shares: [2, 4, 1] },
    { what: 'the first of equal remainders: 1.5, 1.5, 2', counts: [3, 3, 4], total: 5, shares: [2, 1, 2] },
    { what: 'an empty class', counts: [0, 5], total: 2, shares: [0, 2] },
    { what: 'everything', counts: [2, 3], total: 5, shares: [2, 3] },
    { what: 'nothing', counts: [2, 3], total: 0, shares: [0, 0] },
    { what: 'no class', counts: [], total: 0, shares: [] },
  ])('gives $what its share', ({ counts, total, shares }) => {
    expect(proportionalShares(counts, total)).toEqual(shares);
  });

  it('sums to the total, and is off by less than one anywhere', () => {
    const counts = fc
      .array(fc.nat(100_000), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const sum = all.reduce((a, b) => a + b);
        const total = Math.floor(part * sum);
        const shares = proportionalShares(all, total);
        expect(shares.reduce((a, b) => a + b)).toBe(total);
        for (const [index, share] of shares.entries()) {
          expect(Math.abs(share * sum - total * (all[index] ?? 0))).toBeLessThan(sum);
        }
      }),
    );
  });
});
