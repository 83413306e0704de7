import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from './rng.ts';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

function draw(rng: { nextUint32(): number }, count: number): number[] {
  return Array.from({ length: count }, () => rng.nextUint32());
}

describe('createRng', () => {
  it('starts with the published Philox words for key 0 and counter 0', () => {
    expect(draw(createRng(0), 4)).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
  });

  it('gives the same numbers for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(draw(createRng(seed), 9)).toEqual(draw(createRng(seed), 9));
      }),
    );
  });

  it('gives other numbers for seeds that differ only above 32 bits', () => {
    expect(draw(createRng(1), 4)).not.toEqual(draw(createRng(1 + 2 ** 32), 4));
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the seed %s', (seed) => {
    expect(() => createRng(seed)).toThrow(/seed: expected a whole number/);
  });

  it('draws floats in [0, 1) with mean 1/2 and variance 1/12', () => {
    const rng = createRng(7);
    const floats = Array.from({ length: 100_000 }, () => rng.nextFloat());
    expect(floats.every((x) => x >= 0 && x < 1)).toBe(true);
    const { mean, variance } = moments(floats);
    // Five standard errors of the mean (0.0009) and of the variance (0.0002).
    expect(mean).toBeCloseTo(0.5, 2);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.0015);
  });

  it('draws normal numbers with mean 0 and variance 1', () => {
    const rng = createRng(7);
    const { mean, variance } = moments(Array.from({ length: 100_000 }, () => rng.nextNormal()));
    expect(Math.abs(mean)).toBeLessThan(0.016);
    expect(Math.abs(variance - 1)).toBeLessThan(0.023);
  });

  it('draws whole numbers below every bound, each about equally often', () => {
    const rng = createRng(3);
    const draws = Array.from({ length: 70_000 }, () => rng.nextInt(7));
    const counts = [0, 1, 2, 3, 4, 5, 6].map((value) => draws.filter((drawn) => drawn === value).length);
    // Chi-squared with 6 degrees of freedom exceeds 22.5 once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
  });

  it('draws the remainder of the first word below the largest multiple of the bound', () => {
    const bounds = fc.oneof(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(seeds, bounds, (seed, bound) => {
        const [words, rng] = [createRng(seed), createRng(seed)];
        const fairLimit = 2n ** 32n - (2n ** 32n % BigInt(bound));
        for (let i = 0; i < 20; i++) {
          let word = BigInt(words.nextUint32());
          while (word >= fairLimit) word = BigInt(words.nextUint32());
          expect(rng.nextInt(bound)).toBe(Number(word % BigInt(bound)));
        }
      }),
    );
  });

  it.each([0, -3, 1.5, 2 ** 32 + 1, Number.NaN])('refuses the bound %s', (bound) => {
    expect(() => createRng(1).nextInt(bound)).toThrow(/bound: expected/);
  });

  it('permutes: every index appears exactly once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 200 }), (seed, length) => {
        const sorted = createRng(seed).permutation(length).toSorted();
        expect([...sorted]).toEqual(Array.from({ length }, (_, index) => index));
      }),
    );
  });

  it('splits into streams that do not depend on what has been drawn', () => {
    const fresh = createRng(5);
    const used = createRng(5);
    draw(used, 1000);
    expect(draw(fresh.split(3), 8)).toEqual(draw(used.split(3), 8));
  });

  it('splits into streams that differ from each other, from the parent and from their own children', () => {
    const parent = createRng(5);
    const streams = [
      parent,
      ...[0, 1, 2, 2 ** 32].map((index) => parent.split(index)),
      parent.split(0).split(0),
    ];
    const starts = streams.map((stream) => draw(stream, 4).join());
    expect(new Set(starts).size).toBe(streams.length);
  });
});

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}
