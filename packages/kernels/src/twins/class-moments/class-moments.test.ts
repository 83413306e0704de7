import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/close.ts';
import { type onBoth as OnBoth, onBoth } from '../../testing/on-both.ts';

type Heap = Parameters<Parameters<typeof OnBoth>[0]>[0]['heap'];

const problems = fc.record({
  features: fc.integer({ min: 1, max: 50 }),
  samples: fc.nat(40),
  classes: fc.integer({ min: 1, max: 5 }),
  areFloats: fc.boolean(),
  seed: fc.nat(),
});

interface Problem {
  readonly features: number;
  readonly samples: number;
  readonly classes: number;
  readonly areFloats: boolean;
  readonly seed: number;
}

function place(
  { features, samples, classes, areFloats, seed }: Problem,
  heap: Heap,
  alloc: (byteLength: number) => number,
) {
  const rng = createRng(seed);
  const values = alloc(samples * features * 4);
  for (let i = 0; i < samples * features; i++) {
    if (areFloats) heap.f32[values / 4 + i] = rng.nextNormal();
    else heap.u8[values + i] = rng.nextInt(256);
  }
  const [order, starts] = [alloc(samples * 4), alloc((classes + 1) * 4)];
  heap.i32.set(rng.permutation(samples), order / 4);
  const bounds = Array.from({ length: classes - 1 }, () => rng.nextInt(samples + 1)).toSorted(
    (a, b) => a - b,
  );
  heap.i32.set([0, ...bounds, samples], starts / 4);
  const doubles = (length: number): number => {
    const pointer = alloc(length * 8);
    for (let i = 0; i < length; i++) heap.f64[pointer / 8 + i] = rng.nextFloat();
    return pointer;
  };
  return { values, order, starts, doubles };
}

describe('addClassSums', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const { features, classes } = problem;
          const { values, order, starts } = place({ ...problem, areFloats: false }, heap, alloc);
          const length = classes * features;
          const [sums, squares] = [alloc(length * 8), alloc(length * 8)];
          heap.f64.fill(3, sums / 8, sums / 8 + length);
          heap.f64.fill(4, squares / 8, squares / 8 + length);
          kernels.addClassSums(values, features, order, starts, sums, squares, 0, classes);
          return [
            heap.f64.slice(sums / 8, sums / 8 + length),
            heap.f64.slice(squares / 8, squares / 8 + length),
          ];
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it('holds the sums of many white pixels', () => {
    const { compiled } = onBoth(({ kernels, heap }, alloc) => {
      const count = 70_000;
      const [samples, order, starts] = [alloc(17 * 3), alloc(count * 4), alloc(8)];
      const [sums, squares] = [alloc(17 * 8), alloc(17 * 8)];
      heap.u8.fill(255, samples, samples + 17 * 3);
      heap.i32.fill(2, order / 4, order / 4 + count);
      heap.i32.set([0, count], starts / 4);
      heap.f64.fill(0, sums / 8, sums / 8 + 17);
      heap.f64.fill(0, squares / 8, squares / 8 + 17);
      kernels.addClassSums(samples, 17, order, starts, sums, squares, 0, 1);
      return [heap.f64[sums / 8], heap.f64[sums / 8 + 16], heap.f64[squares / 8], heap.f64[squares / 8 + 16]];
    });
    expect(compiled).toEqual([255 * 70_000, 255 * 70_000, 65_025 * 70_000, 65_025 * 70_000]);
  });
});

describe('addWeightedPowers', () => {
  it('does the same compiled and as a twin, bit for bit, with weights and without', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom(1, 2), fc.boolean(), (problem, power, isWeighted) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const { features, samples, classes, areFloats } = problem;
          const { values, order, starts, doubles } = place(problem, heap, alloc);
          const length = classes * features;
          const weights = isWeighted ? doubles(samples) : 0;
          const [origins, sums] = [doubles(length), doubles(length)];
          const from = [values, areFloats ? 1 : 0, features, order, starts] as const;
          kernels.addWeightedPowers(...from, weights, origins, power, sums, 0, classes);
          return heap.f64.slice(sums / 8, sums / 8 + length);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('gaussianExponents', () => {
  it('does the same compiled and as a twin, up to the order of sums', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const { features, samples, classes, areFloats } = problem;
          const { values, doubles } = place(problem, heap, alloc);
          const [locations, precisions] = [doubles(classes * features), doubles(classes * features)];
          const exponents = alloc(samples * classes * 8);
          const from = [values, areFloats ? 1 : 0, features, locations, precisions] as const;
          kernels.gaussianExponents(...from, classes, exponents, 0, samples);
          return heap.f64.slice(exponents / 8, exponents / 8 + samples * classes);
        });
        expectClose(compiled, twin, 1e-14);
      }),
    );
  });
});
