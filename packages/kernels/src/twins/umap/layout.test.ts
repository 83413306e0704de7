import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

const ENTRIES = 2561;
const CURVE = { a: 1.5769434, b: 0.8950608 };
type Alloc = (byteLength: number) => number;

/** Coefficients as plain numbers, so that compiled kernels and twins read the same. */
function tables(heap: KernelsUnderTest['heap'], alloc: Alloc): readonly [number, number] {
  const [attraction, repulsion] = [alloc(4 * ENTRIES), alloc(4 * ENTRIES)];
  const { a, b } = CURVE;
  for (let i = 0; i < ENTRIES; i++) {
    const square = 2 ** (Math.floor(i / 64) - 20) * (1 + (i % 64) / 64);
    const height = 1 + a * square ** b;
    heap.f32[attraction / 4 + i] = (-2 * a * b * square ** (b - 1)) / height;
    heap.f32[repulsion / 4 + i] = (2 * b) / ((0.001 + square) * height);
  }
  return [attraction, repulsion];
}

describe('umapCurves', () => {
  it('fills tables with the coefficients of both gradients', () => {
    const { compiled, twin, plain } = (() => {
      const both = onBoth(({ kernels, heap }, alloc) => {
        const [attraction, repulsion] = [alloc(4 * ENTRIES), alloc(4 * ENTRIES)];
        kernels.umapCurves(CURVE.a, CURVE.b, attraction, repulsion, 0, ENTRIES);
        const [first, second] = tables(heap, alloc);
        const read = (pointer: number) => heap.f32.slice(pointer / 4, pointer / 4 + ENTRIES);
        return { tables: [read(attraction), read(repulsion)], plain: [read(first), read(second)] };
      });
      return { compiled: both.compiled.tables, twin: both.twin.tables, plain: both.twin.plain };
    })();
    for (const which of [0, 1]) {
      const ratios = (values: Float32Array) => values.map((value, i) => value / plain[which]![i]!);
      const ones = new Float32Array(ENTRIES).fill(1);
      expectClose(ratios(compiled[which]!), ones, 1e-6);
      expectClose(ratios(twin[which]!), ones, 1e-6);
    }
  });
});

const layouts = fc.record({
  pointCount: fc.integer({ min: 2, max: 40 }),
  edgeCount: fc.nat(60),
  negativeSampleRate: fc.nat(9),
  epoch: fc.integer({ min: 1, max: 300 }),
  learningRate: fc.double({ min: 0.01, max: 1, noNaN: true }),
  seed: fc.nat(),
});

describe('umapOptimise', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const { compiled, twin } = onBoth((under, alloc) => optimise(under, alloc, layout));
        expect(compiled).toEqual(twin);
        expect(compiled.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('pulls the ends of an edge together by equal steps, and leaves alone what is not due', () => {
    const { compiled } = onBoth(({ kernels, heap }, alloc) => {
      const points = alloc(32);
      heap.f32.set([0, 0, 4, 0, 9, 9, 8, 8], points / 4);
      const [buckets, starts] = [alloc(4), alloc(8)];
      const [heads, tails, rates] = [alloc(24), alloc(24), alloc(24)];
      heap.i32.set([0], buckets / 4);
      heap.i32.set([0, 2], starts / 4);
      heap.i32.set([0, 2], heads / 4);
      heap.i32.set([1, 3], tails / 4);
      heap.f32.set([1, 0.3], rates / 4);
      const places = [points, points, 4, buckets, starts, heads, tails, rates] as const;
      kernels.umapOptimise(...places, ...tables(heap, alloc), 1, 0.5, 0, 7, 0, 1);
      return heap.f32.slice(points / 4, points / 4 + 8);
    });
    const [left = 0, , right = 0] = compiled;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeCloseTo(4 - right, 6);
    expect([...compiled.subarray(4)]).toEqual([9, 9, 8, 8]);
  });
});

function optimise(
  { kernels, heap }: KernelsUnderTest,
  alloc: Alloc,
  layout: { readonly [name: string]: number },
): Float32Array {
  const { pointCount = 2, edgeCount = 0, epoch = 1, learningRate = 1, negativeSampleRate = 5 } = layout;
  const rng = createRng(layout['seed'] ?? 0);
  const [points, snapshot] = [alloc(8 * pointCount), alloc(8 * pointCount)];
  for (let i = 0; i < 2 * pointCount; i++)
    heap.f32[points / 4 + i] = heap.f32[snapshot / 4 + i] = 20 * (rng.nextFloat() - 0.5) ** 3;
  const [buckets, starts] = [alloc(8), alloc(12)];
  const [heads, tails, rates] = [
    alloc(4 * edgeCount + 16),
    alloc(4 * edgeCount + 16),
    alloc(4 * edgeCount + 16),
  ];
  heap.i32.set([1, 0], buckets / 4);
  heap.i32.set([0, Math.floor(edgeCount / 3), edgeCount], starts / 4);
  for (let edge = 0; edge < edgeCount; edge++) {
    const head = rng.nextInt(pointCount);
    heap.i32[heads / 4 + edge] = head;
    heap.i32[tails / 4 + edge] = (head + 1 + rng.nextInt(pointCount - 1)) % pointCount;
    heap.f32[rates / 4 + edge] = rng.nextFloat();
  }
  const places = [points, snapshot, pointCount, buckets, starts, heads, tails, rates] as const;
  const stream = rng.nextUint32() | 0;
  const curves = tables(heap, alloc);
  kernels.umapOptimise(...places, ...curves, epoch, learningRate, negativeSampleRate, stream, 0, 2);
  return heap.f32.slice(points / 4, points / 4 + 2 * pointCount);
}

describe('new points', () => {
  it('start at weighted means, and settle as the twin says, bit for bit', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(9),
        fc.nat(),
        (count, width, rate, seed) => {
          const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
            const rng = createRng(seed);
            const fitted = alloc(8 * 20);
            for (let i = 0; i < 40; i++) heap.f32[fitted / 4 + i] = 10 * rng.nextFloat();
            const [indices, weights, points] = [
              alloc(4 * count * width),
              alloc(4 * count * width),
              alloc(8 * count),
            ];
            for (let i = 0; i < count * width; i++) {
              heap.i32[indices / 4 + i] = rng.nextInt(20);
              heap.f32[weights / 4 + i] = rng.nextInt(9) === 0 ? 1 : 0.1 + rng.nextFloat() / 2;
            }
            kernels.umapStartAmong(fitted, width, indices, weights, points, 0, count);
            const start = heap.f32.slice(points / 4, points / 4 + 2 * count);
            const places = [fitted, 20, width, indices, weights, points] as const;
            kernels.umapPlace(...places, ...tables(heap, alloc), 12, 0.25, rate, 99, 0, count);
            return { start, end: heap.f32.slice(points / 4, points / 4 + 2 * count) };
          });
          expect(compiled).toEqual(twin);
          expect(compiled.start.every((value) => value >= 0 && value <= 10)).toBe(true);
        },
      ),
    );
  });
});
