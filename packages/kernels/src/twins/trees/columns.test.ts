import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../testing/on-both.ts';
import { floatOf, keyOf } from './ordered-key.ts';

const counts = fc.integer({ min: 0, max: 70 });

describe('transposeCodes', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 150 }), fc.nat(), (samples, features, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const cells = samples * features;
          const rows = alloc(cells + 1) + 1;
          const columns = alloc(cells);
          for (let i = 0; i < cells; i++) heap.u8[rows + i] = rng.nextInt(256);
          const blocks = Math.ceil(features / 32);
          const middle = blocks >> 1;
          kernels.transposeCodes(rows, samples, features, columns, middle, blocks);
          kernels.transposeCodes(rows, samples, features, columns, 0, middle);
          return heap.u8.slice(columns, columns + cells + 1);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('codeFloats', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    const valueCounts = fc.constantFrom(1, 3, 100, 400);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 5 }),
        valueCounts,
        fc.nat(),
        (samples, features, values, seed) => {
          const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
            const rng = createRng(seed);
            const cells = samples * features;
            const [floats, rows, columns] = [alloc(4 * cells), alloc(cells), alloc(cells)];
            const [table, found] = [alloc(1024 * features + 4), alloc(4 * features)];
            heap.f32.fill(0, table / 4, table / 4 + 256 * features + 1);
            for (let i = 0; i < cells; i++)
              heap.f32[floats / 4 + i] = ((rng.nextInt(values) - 7) / 3) * (rng.nextInt(2) === 0 ? 1 : -1);
            kernels.codeFloats(floats, samples, features, rows, columns, table, found, 0, features);
            const different = heap.i32.slice(found / 4, found / 4 + features);
            return Array.from(different, (count, feature) => ({
              count,
              // What a feature with too many values leaves behind is of no use to anybody.
              ...(count > 256
                ? {}
                : {
                    values: heap.f32.slice(table / 4 + 256 * feature, table / 4 + 256 * feature + count),
                    codes: heap.u8.slice(columns + feature * samples, columns + (feature + 1) * samples),
                    rows: Array.from(
                      { length: samples },
                      (_, row) => heap.u8[rows + row * features + feature],
                    ),
                  }),
            }));
          });
          expect(compiled).toEqual(twin);
        },
      ),
    );
  });
});

describe('orderFloats', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true }), { maxLength: 60 }), (values) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const features = 3;
          const samples = Math.floor(values.length / features);
          const [floats, columns] = [alloc(4 * values.length), alloc(4 * values.length)];
          heap.f32.set(values, floats / 4);
          kernels.orderFloats(floats, samples, features, columns, 0, features);
          return heap.i32.slice(columns / 4, columns / 4 + samples * features);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it('gives words that are ordered as the floats are, and stand for them', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (a, b) => {
        expect(Math.sign(keyOf(a) - keyOf(b))).toBe(Math.sign(a < b ? -1 : a > b ? 1 : 0));
        expect(floatOf(keyOf(a)) === a).toBe(true);
      }),
    );
  });
});
