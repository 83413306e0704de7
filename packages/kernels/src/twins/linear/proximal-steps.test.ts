import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../testing/on-both.ts';

interface Sizes {
  readonly count: number;
  readonly pairs: number;
}

/** Problems whose models curve upwards, as they stand in memory. */
function stepsOnBoth(sizes: readonly Sizes[], tolerance: number, seed: number) {
  return onBoth(({ kernels, heap }, alloc) => {
    const rng = createRng(seed);
    const doubles = (length: number, draw: (i: number) => number) => {
      const pointer = alloc(length * 8);
      for (let i = 0; i < length; i++) heap.f64[pointer / 8 + i] = draw(i);
      return pointer;
    };
    const sumOf = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);
    const counts = sizes.map(({ count }) => count);
    const factorCounts = sizes.map(({ count, pairs }) => 2 * count * pairs);
    const middleCounts = sizes.map(({ pairs }) => 4 * pairs * pairs);
    const headers = alloc(sizes.length * 20);
    for (const [i, { count, pairs }] of sizes.entries()) {
      const starts = [counts, factorCounts, middleCounts].map((lengths) => sumOf(lengths.slice(0, i)));
      heap.i32.set([count, 2 * pairs, ...starts], headers / 4 + 5 * i);
    }
    const total = sumOf(counts);
    const settings = doubles(2 * sizes.length, (i) => (i % 2 === 0 ? 2 + rng.nextFloat() : tolerance));
    const values = doubles(total, () => (rng.nextInt(2) === 0 ? 0 : rng.nextNormal()));
    const slopes = doubles(total, () => 3 * rng.nextNormal());
    const strengths = doubles(total, () => rng.nextFloat());
    const factors = doubles(sumOf(factorCounts), () => rng.nextNormal() / 10);
    const middles = doubles(sumOf(middleCounts), () => rng.nextNormal() / 10);
    const [images, bends, steps] = [alloc(sumOf(factorCounts) * 8), alloc(total * 8), alloc(total * 8)];
    const args = [settings, values, slopes, strengths, factors, middles, images, bends, steps] as const;
    const split = Math.floor(sizes.length / 2);
    kernels.proximalSteps(headers, ...args, 0, split);
    kernels.proximalSteps(headers, ...args, split, sizes.length);
    const read = (pointer: number) => heap.f64.slice(pointer / 8, pointer / 8 + total);
    return { steps: read(steps), values: read(values), slopes: read(slopes), strengths: read(strengths) };
  });
}

describe('proximalSteps', () => {
  it('takes the same steps compiled and as a twin, bit for bit', () => {
    const size = fc.record({ count: fc.nat(20), pairs: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 4 }), fc.constantFrom(0, 0.1, 1), fc.nat(), (...args) => {
        const { compiled, twin } = stepsOnBoth(...args);
        expect(compiled.steps).toEqual(twin.steps);
      }),
    );
  });

  it('thresholds where the model curves alike in all directions', () => {
    const { steps, values, slopes, strengths } = stepsOnBoth([{ count: 9, pairs: 0 }], 0, 4).compiled;
    const scale = 2 + createRng(4).nextFloat();
    for (const [i, step] of steps.entries()) {
      const target = values[i]! - slopes[i]! / scale;
      const kept = Math.sign(target) * Math.max(Math.abs(target) - strengths[i]! / scale, 0);
      expect(values[i]! + step).toBeCloseTo(kept, 12);
    }
  });
});
