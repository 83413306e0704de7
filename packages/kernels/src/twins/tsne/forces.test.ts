import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothKernels, type KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { layOut } from '../../testing/lay-out.ts';

const { compiled, twin } = await bothKernels();
const kinds = [
  { kind: 'compiled', under: compiled },
  { kind: 'twin', under: twin },
];

/** Sums of some hundred terms in float32, in another order; measured 5e-7. */
const ROUNDING = 4e-6;

const maps = fc.record({
  pointCount: fc.integer({ min: 1, max: 50 }),
  span: fc.constantFrom(1e-3, 1, 50),
  seed: fc.nat(),
});

describe.each(kinds)('tsneRepel, $kind', ({ under: { kernels, heap } }) => {
  it('sums over all pairs, as float64 does', () => {
    fc.assert(
      fc.property(maps, fc.integer({ min: 1, max: 60 }), ({ pointCount, span, seed }, grain) => {
        const map = randomMap(pointCount, span, seed);
        const padded = 4 * Math.ceil(pointCount / 4);
        const [points, forces, sums] = layOut(padded * 8, padded * 8, pointCount * 8) as [
          number,
          number,
          number,
        ];
        heap.f32.fill(1e18, points / 4, points / 4 + 2 * padded);
        heap.f32.set(map, points / 4);
        for (let begin = 0; begin < pointCount; begin += grain) {
          const end = Math.min(begin + grain, pointCount);
          kernels.tsneRepel(points, padded, forces, sums, grain, begin, end);
        }
        const { repulsion, sum } = naiveRepulsion(map);
        expectClose(heap.f32.slice(forces / 4, forces / 4 + 2 * pointCount), repulsion, ROUNDING);
        const slots = heap.f64.slice(sums / 8, sums / 8 + Math.ceil(pointCount / grain));
        expect(slots.reduce((total, slot) => total + slot, 0) / sum).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe.each(kinds)('tsneAttract, $kind', ({ under: { kernels, heap } }) => {
  it('sums over the entries of rows, as float64 does', () => {
    fc.assert(
      fc.property(maps, ({ pointCount, span, seed }) => {
        const rng = createRng(seed + 1);
        const map = randomMap(pointCount, span, seed);
        const lengths = Array.from({ length: pointCount }, () => 4 * rng.nextInt(4));
        const starts = lengths.reduce((ends, length) => [...ends, (ends.at(-1) ?? 0) + length], [0]);
        const entryCount = starts.at(-1) ?? 0;
        const columnList = Int32Array.from({ length: entryCount }, () => rng.nextInt(pointCount));
        const weightList = Float32Array.from({ length: entryCount }, () => rng.nextFloat());
        const [points, rowStarts, columns, weights, forces] = layOut(
          pointCount * 8,
          pointCount * 4 + 4,
          entryCount * 4,
          entryCount * 4,
          pointCount * 8,
        ) as [number, number, number, number, number];
        heap.f32.set(map, points / 4);
        heap.i32.set(starts, rowStarts / 4);
        heap.i32.set(columnList, columns / 4);
        heap.f32.set(weightList, weights / 4);
        kernels.tsneAttract(points, points, rowStarts, columns, weights, forces, 0, pointCount);
        const expected = new Float64Array(2 * pointCount);
        starts.slice(1).forEach((end, row) => {
          for (let e = starts[row]!; e < end; e++) {
            const { dx, dy, closeness } = pairOf(map, row, columnList[e]!);
            expected[2 * row]! += weightList[e]! * closeness * dx;
            expected[2 * row + 1]! += weightList[e]! * closeness * dy;
          }
        });
        expectClose(heap.f32.slice(forces / 4, forces / 4 + 2 * pointCount), expected, ROUNDING);
      }),
    );
  });
});

describe('tsneMove', () => {
  const numbers = (length: number) =>
    fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: length, maxLength: length });

  it('does the same compiled and as a twin, bit for bit', () => {
    const states = fc
      .integer({ min: 1, max: 9 })
      .chain((pairs) => fc.array(numbers(4 * pairs), { minLength: 5, maxLength: 5 }));
    fc.assert(
      fc.property(states, fc.float({ min: 1, max: 12, noNaN: true }), (arrays, exaggeration) => {
        const [first, second] = [compiled, twin].map((under) => moved(under, arrays, exaggeration));
        expect(first).toEqual(second);
      }),
    );
  });

  it('follows the gradient, keeps its momentum and adapts its gains', () => {
    const arrays = [
      [1, 2, 0, 0],
      [0.5, 0, 0, 0],
      [3, 0, 0, 0],
      [-1, 1, 0, 0],
      [1, 0.005, 1, 1],
    ];
    // Gradient 4 (2 * 0.5 - 3 / 6) = 2 against velocity -1: gain 1.2, velocity 0.5 * -1 - 10 * 1.2 * 2 = -24.5.
    const [x, y, , , velocityX, velocityY, , , gainX, gainY] = moved(twin, arrays, 2);
    expect([x, velocityX, gainX]).toEqual([-23.5, -24.5, Math.fround(1.2)]);
    expect([y, velocityY, gainY]).toEqual([2.5, 0.5, Math.fround(0.01)]);
  });
});

describe.each(kinds)('tsneBounds, $kind', ({ under: { kernels, heap } }) => {
  it('boxes the points of each piece', () => {
    const [points, slots] = layOut(24, 32) as [number, number];
    heap.f32.set([3, -1, 2, 5, 7, 7], points / 4);
    kernels.tsneBounds(points, slots, 2, 0, 2);
    kernels.tsneBounds(points, slots, 2, 2, 3);
    expect(heap.f32.slice(slots / 4, slots / 4 + 8)).toEqual(Float32Array.of(2, -1, 3, 5, 7, 7, 7, 7));
  });
});

describe.each(kinds)('tsneShow, $kind', ({ under: { kernels, heap } }) => {
  it('writes points in another order', () => {
    const [points, order, shown] = layOut(24, 12, 24) as [number, number, number];
    heap.f32.set([1, 2, 3, 4, 5, 6], points / 4);
    heap.i32.set([2, 0, 1], order / 4);
    kernels.tsneShow(points, order, shown, 0, 3);
    expect(heap.f32.slice(shown / 4, shown / 4 + 6)).toEqual(Float32Array.of(3, 4, 5, 6, 1, 2));
  });
});

/** Points, velocities and gains after a step with learning rate 10, momentum 0.5 and a normalisation of 6. */
function moved({ kernels, heap }: KernelsUnderTest, arrays: readonly number[][], exaggeration: number) {
  const length = arrays[0]?.length ?? 0;
  const pointers = layOut(...arrays.map(() => length * 4), 16);
  arrays.forEach((values, i) => heap.f32.set(values, pointers[i]! / 4));
  const [points = 0, attraction = 0, repulsion = 0, velocities = 0, gains = 0, sums = 0] = pointers;
  heap.f64.set([3, 7], sums / 8);
  kernels.tsneMove(
    ...([points, attraction, repulsion, sums, 2, 4, velocities, gains] as const),
    ...([exaggeration, 0.5, 10, 0, length / 2] as const),
  );
  return [points, velocities, gains].flatMap((at) => Array.from(heap.f32.slice(at / 4, at / 4 + length)));
}

function randomMap(pointCount: number, span: number, seed: number): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from({ length: 2 * pointCount }, () => span * (rng.nextFloat() - 0.5));
}

function pairOf(map: Float32Array, a: number, b: number): { dx: number; dy: number; closeness: number } {
  const [dx, dy] = [map[2 * a]! - map[2 * b]!, map[2 * a + 1]! - map[2 * b + 1]!];
  return { dx, dy, closeness: 1 / (1 + dx * dx + dy * dy) };
}

function naiveRepulsion(map: Float32Array): { repulsion: Float64Array; sum: number } {
  const repulsion = new Float64Array(map.length);
  let sum = 0;
  for (let a = 0; a < map.length / 2; a++) {
    for (let b = 0; b < map.length / 2; b++) {
      const { dx, dy, closeness } = pairOf(map, a, b);
      sum += closeness;
      repulsion[2 * a]! += closeness * closeness * dx;
      repulsion[2 * a + 1]! += closeness * closeness * dy;
    }
  }
  return { repulsion, sum };
}
