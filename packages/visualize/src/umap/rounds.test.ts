import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { scheduleRounds } from './rounds.ts';

describe('scheduleRounds', () => {
  it('begins with each block alone, the largest first', () => {
    expect(scheduleRounds([3, 2, 0, 5], 2)).toEqual([[3, 0], [1]]);
  });

  it('does large pairs at the same time', () => {
    const sizes = new Array<number>(16).fill(0);
    sizes[1] = 90;
    sizes[2] = 10;
    sizes[11] = 80;
    sizes[7] = 20;
    expect(scheduleRounds(sizes, 4)).toEqual([
      [1, 11],
      [7, 2],
    ]);
  });

  it('has nothing to do without edges', () => {
    expect(scheduleRounds([0], 1)).toEqual([]);
  });

  it('has every pair with edges once, and no block twice in a round', () => {
    const rng = createRng(1);
    for (const blockCount of [1, 2, 4, 8, 16]) {
      const sizes = Array.from({ length: blockCount ** 2 }, (_, pair) =>
        Math.floor(pair / blockCount) <= pair % blockCount ? rng.nextInt(5) : 0,
      );
      const rounds = scheduleRounds(sizes, blockCount);
      const filled = sizes.flatMap((size, pair) => (size > 0 ? [pair] : []));
      expect(rounds.flat().toSorted((x, y) => x - y)).toEqual(filled);
      for (const round of rounds) {
        const blocks = round.flatMap((pair) => [
          ...new Set([Math.floor(pair / blockCount), pair % blockCount]),
        ]);
        expect(new Set(blocks).size).toBe(blocks.length);
      }
    }
  });
});
