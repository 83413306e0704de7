import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../testing/on-both.ts';

const cases = fc.record({ count: fc.integer({ min: 0, max: 70 }), levels: fc.nat(3), seed: fc.nat() });

describe('umapHalve', () => {
  it('parts points along both axes in turn, compiled in the same blocks as its twin', () => {
    fc.assert(
      fc.property(cases, ({ count, levels, seed }) => {
        const rng = createRng(seed);
        const coordinates = Float32Array.from({ length: 2 * count }, () => rng.nextInt(9));
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const [points, order, blocks] = [alloc(8 * count), alloc(4 * count), alloc(4 * count)];
          heap.f32.set(coordinates, points / 4);
          for (let i = 0; i < count; i++) heap.i32[order / 4 + i] = i;
          for (let level = 0; level < levels; level++)
            kernels.umapHalve(points, order, count, 2 ** level, level % 2, 0, 2 ** level);
          kernels.umapAssignBlocks(order, count, 2 ** levels, blocks, 0, 2 ** levels);
          return heap.i32.slice(blocks / 4, blocks / 4 + count);
        });
        expect(compiled).toEqual(twin);
        const sizes = Array.from({ length: 2 ** levels }, (_, block) => compiled.filter((b) => b === block));
        const expected = sizes.map((_, b) => {
          const cut = (part: number) => Math.floor((count * part) / 2 ** levels);
          return cut(b + 1) - cut(b);
        });
        expect(sizes.map(({ length }) => length)).toEqual(expected);
      }),
    );
  });

  it('puts no point of the first half behind one of the second', () => {
    const { compiled } = onBoth(({ kernels, heap }, alloc) => {
      const [points, order] = [alloc(80), alloc(40)];
      heap.f32.set([9, 0, 8, 0, 7, 0, 1, 0, 2, 0, 3, 0, 6, 0, 5, 0, 4, 0, 0, 0], points / 4);
      heap.i32.set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], order / 4);
      kernels.umapHalve(points, order, 10, 1, 0, 0, 1);
      return heap.i32.slice(order / 4, order / 4 + 5).toSorted();
    });
    expect([...compiled]).toEqual([3, 4, 5, 8, 9]);
  });
});

describe('edges', () => {
  it('go to the bucket of their two blocks, weak ones to the last', () => {
    const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
      const [rowStarts, columns, values] = [alloc(16), alloc(32), alloc(32)];
      const [blocks, rows, buckets] = [alloc(12), alloc(32), alloc(32)];
      heap.i32.set([0, 4, 4, 8], rowStarts / 4);
      heap.i32.set([1, 2, 0, 0, 0, 1, 2, 2], columns / 4);
      heap.f32.set([0.5, 0.25, 0, 0, 0.1, 1, 0.5, 0], values / 4);
      heap.i32.set([0, 1, 1], blocks / 4);
      kernels.umapBucketEdges(rowStarts, columns, values, blocks, 2, 0.2, rows, buckets, 0, 3);
      return [heap.i32.slice(rows / 4, rows / 4 + 8), heap.i32.slice(buckets / 4, buckets / 4 + 8)];
    });
    expect([...compiled[0]!]).toEqual([0, 0, 0, 0, 2, 2, 2, 2]);
    expect([...compiled[1]!]).toEqual([1, 1, 4, 4, 4, 3, 3, 4]);
    expect(twin).toEqual(compiled);
  });

  it('are gathered with new numbers for their ends, and rates of at most 1', () => {
    const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
      const [order, rows, columns, values, slots] = Array.from({ length: 5 }, () => alloc(12)) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const [heads, tails, rates] = [alloc(12), alloc(12), alloc(12)];
      heap.i32.set([2, 0, 1], order / 4);
      heap.i32.set([0, 1, 2], rows / 4);
      heap.i32.set([1, 2, 0], columns / 4);
      heap.f32.set([0.1, 0.2, 0.4], values / 4);
      heap.i32.set([2, 0, 1], slots / 4);
      kernels.umapGatherEdges(order, rows, columns, values, slots, 0.4, heads, tails, rates, 0, 3);
      const read = (pointer: number) => Array.from(heap.i32.slice(pointer / 4, pointer / 4 + 3));
      return [read(heads), read(tails), Array.from(heap.f32.slice(rates / 4, rates / 4 + 3))];
    });
    expect(compiled).toEqual([
      [1, 2, 0],
      [2, 0, 1],
      [1, 0.25, 0.5],
    ]);
    expect(twin).toEqual(compiled);
  });
});

describe('points', () => {
  it('come back to their places by the inverse of an order', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(), (count, seed) => {
        const permutation = Int32Array.from(createRng(seed).permutation(count));
        const coordinates = Float32Array.from({ length: 2 * count }, (_, i) => i);
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const [order, inverse] = [alloc(4 * count), alloc(4 * count)];
          const [from, there, back, copy] = Array.from({ length: 4 }, () => alloc(8 * count)) as [
            number,
            number,
            number,
            number,
          ];
          heap.i32.set(permutation, order / 4);
          heap.f32.set(coordinates, from / 4);
          kernels.umapInvert(order, inverse, 0, count);
          kernels.umapGatherPoints(from, order, there, 0, count);
          kernels.umapGatherPoints(there, inverse, back, 0, count);
          kernels.umapCopyPoints(back, copy, 0, count);
          return heap.f32.slice(copy / 4, copy / 4 + 2 * count);
        });
        expect(compiled).toEqual(coordinates);
        expect(twin).toEqual(coordinates);
      }),
    );
  });
});
