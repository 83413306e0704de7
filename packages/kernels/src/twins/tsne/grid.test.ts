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

/** Float32 sums of some dozen products; measured 3e-7. */
const ROUNDING = 2e-6;
const NODES_PER_UNIT = 3;

const maps = fc.record({
  pointCount: fc.integer({ min: 0, max: 70 }),
  side: fc.constantFrom(8, 16, 24, 40),
  seed: fc.nat(),
});

describe.each(kinds)('tsneSpread, $kind', ({ under }) => {
  it('gives every point a weight of one, at the place of the point', () => {
    fc.assert(
      fc.property(maps, ({ pointCount, side, seed }) => {
        const map = randomMap(pointCount, side, seed);
        const field = spread(under, map, side);
        let [mass, x, y] = [0, 0, 0];
        field.forEach((value, node) => {
          mass += value;
          x += value * ((node % side) - 2);
          y += value * (Math.floor(node / side) - 2);
        });
        const inNodes = (axis: number) =>
          map.reduce((sum, value, i) => (i % 2 === axis ? sum + value * NODES_PER_UNIT : sum), 0);
        // A spline reproduces straight lines, so it keeps mass and centre, but for rounding.
        expect(Math.abs(mass - pointCount)).toBeLessThanOrEqual(1e-5 * pointCount);
        expect(Math.abs(x - inNodes(0))).toBeLessThanOrEqual(1e-5 * pointCount * side);
        expect(Math.abs(y - inNodes(1))).toBeLessThanOrEqual(1e-5 * pointCount * side);
      }),
    );
  });
});

describe('tsneSpread', () => {
  it('does the same compiled and as a twin', () => {
    fc.assert(
      fc.property(maps, ({ pointCount, side, seed }) => {
        const map = randomMap(pointCount, side, seed);
        const [first, second] = [compiled, twin].map((under) => spread(under, map, side));
        expectClose(first ?? [], second ?? new Float32Array(), ROUNDING);
      }),
    );
  });
});

describe.each(kinds)('tsneGather, $kind', ({ under: { kernels, heap } }) => {
  it('finds a straight field unchanged, also from points that lie outside', () => {
    const side = 16;
    const [points, order, fieldX, fieldY, values] = layOut(
      32,
      16,
      side * side * 4,
      side * side * 4,
      32,
    ) as Pointers5;
    heap.f32.set([0, 0, 1.25, 2.5, -1, 0.5, 9, 0.5], points / 4);
    heap.i32.set([3, 1, 0, 2], order / 4);
    for (let node = 0; node < side * side; node++) {
      heap.f32[fieldX / 4 + node] = (node % side) - 2;
      heap.f32[fieldY / 4 + node] = 10 * (Math.floor(node / side) - 2);
    }
    kernels.tsneGather(points, order, 0, 0, NODES_PER_UNIT, side, fieldX, fieldY, values, 0, 4);
    const inside = heap.f32.slice(values / 4, values / 4 + 4);
    expectClose(inside, [0, 0, 3.75, 75], ROUNDING);
    const outside = heap.f32.slice(values / 4 + 4, values / 4 + 8);
    expectClose(outside, [0, 15, 8, 15], ROUNDING);
  });
});

describe.each(kinds)('repulsion on a grid, $kind', ({ under }) => {
  it('is that of all pairs where points lie on nodes, which splines interpolate', () => {
    const [side, size] = [16, 64];
    const nodes = [0, 0, 3, 1, 3, 1, 7, 8, 8, 4, 2, 6, 1, 8];
    const map = Float32Array.from(nodes, (node) => node / NODES_PER_UNIT);
    const { forces, sum } = repel(under, map, side, size);
    const expected = new Float64Array(map.length);
    let expectedSum = 0;
    for (let a = 0; a < map.length; a += 2) {
      for (let b = 0; b < map.length; b += 2) {
        const [dx, dy] = [map[a]! - map[b]!, map[a + 1]! - map[b + 1]!];
        const closeness = 1 / (1 + dx * dx + dy * dy);
        expectedSum += closeness;
        expected[a]! += closeness * closeness * dx;
        expected[a + 1]! += closeness * closeness * dy;
      }
    }
    // The inverse of the splines reaches around the period: 0.43 to the power of 16 free nodes.
    expectClose(forces, expected, 1e-5);
    expect(sum / expectedSum).toBeCloseTo(1, 5);
  });
});

describe('tsneConvolve', () => {
  it('does the same compiled and as a twin, in pieces', () => {
    const map = randomMap(40, 24, 1);
    const [first, second] = [compiled, twin].map((under) => repel(under, map, 24, 72));
    expectClose(first?.forces ?? [], second?.forces ?? new Float32Array(), 1e-5);
    expect((first?.sum ?? 0) / (second?.sum ?? 1)).toBeCloseTo(1, 6);
  });
});

type Pointers5 = [number, number, number, number, number];

/** Points whose nodes all lie on a field of this side. */
function randomMap(pointCount: number, side: number, seed: number): Float32Array {
  const rng = createRng(seed);
  const room = (side - 8) / NODES_PER_UNIT;
  return Float32Array.from({ length: 2 * pointCount }, () => room * rng.nextFloat());
}

/** Density of points; the first node is two left of and above the origin. */
function spread(under: KernelsUnderTest, map: Float32Array, side: number): Float32Array {
  const pointCount = map.length / 2;
  const { kernels, heap } = under;
  const [points, bands, histogram, starts, order, field] = layOut(
    map.byteLength,
    pointCount * 4,
    side,
    side + 4,
    pointCount * 4,
    side * side * 4,
  ) as [...Pointers5, number];
  heap.f32.set(map, points / 4);
  heap.f32.fill(99, field / 4, field / 4 + side * side);
  const bandCount = side / 8;
  kernels.tsneBands(points, 0, NODES_PER_UNIT, side, bands, 0, pointCount);
  kernels.countKeys(bands, bandCount, histogram, pointCount || 1, 0, pointCount);
  kernels.startKeys(bandCount, Math.min(1, pointCount), histogram, starts, 0, 1);
  kernels.orderByKey(bands, bandCount, histogram, order, pointCount || 1, 0, pointCount);
  for (const parity of [0, 1]) {
    const items = Math.ceil((bandCount - parity) / 2);
    kernels.tsneSpread(points, order, starts, 0, 0, NODES_PER_UNIT, side, parity, field, 0, items);
  }
  return heap.f32.slice(field / 4, field / 4 + side * side);
}

function repel(
  under: KernelsUnderTest,
  map: Float32Array,
  side: number,
  size: number,
): { forces: Float32Array; sum: number } {
  const density = spread(under, map, side);
  const { kernels, heap } = under;
  const panelCount = Math.floor(size / 8) + 1;
  const pointCount = map.length / 2;
  const fieldBytes = size * size * 4;
  const tableBytes = panelCount * size * 16;
  const [points, order, twiddles, gains, field, panels, potential, forceX, forceY, repulsion, sums, forces] =
    layOut(
      map.byteLength,
      pointCount * 4,
      size * 8,
      size * 4,
      fieldBytes,
      panelCount * size * 32,
      tableBytes,
      tableBytes,
      tableBytes,
      size * side * 8,
      panelCount * 8,
      map.byteLength,
    ) as number[] & { length: 12 };
  heap.f32.set(map, points! / 4);
  heap.i32.set(
    Int32Array.from({ length: pointCount }, (_, i) => i),
    order! / 4,
  );
  kernels.fftTwiddles(size, twiddles!, 0, size);
  kernels.tsneSplineGains(size, twiddles!, gains!, 0, size);
  [potential, forceX, forceY].forEach((table, which) => {
    kernels.tsneTable(size, 1 / NODES_PER_UNIT, which, field!, 0, size);
    kernels.fftColumns(size, size, field!, panels!, twiddles!, 0, size / 8);
    kernels.fftRowsPart(size, panels!, Math.min(which, 1), gains!, table!, twiddles!, 0, panelCount);
  });
  heap.f32.set(density, field! / 4);
  kernels.fftColumns(size, side, field!, panels!, twiddles!, 0, side / 8);
  const fieldX = field!;
  const fieldY = panels!;
  for (let panel = 0; panel < panelCount; panel += 2) {
    const end = Math.min(panel + 2, panelCount);
    kernels.tsneConvolve(
      ...([
        size,
        side,
        panels!,
        potential!,
        forceX!,
        forceY!,
        repulsion!,
        sums!,
        2,
        twiddles!,
        panel,
        end,
      ] as const),
    );
  }
  kernels.fftInverseColumns(size, side, repulsion!, fieldX, fieldY, twiddles!, 0, side / 4);
  kernels.tsneGather(points!, order!, 0, 0, NODES_PER_UNIT, side, fieldX, fieldY, forces!, 0, pointCount);
  const slots = heap.f64.slice(sums! / 8, sums! / 8 + Math.ceil(panelCount / 2));
  return {
    forces: heap.f32.slice(forces! / 4, forces! / 4 + map.length),
    sum: slots.reduce((total, slot) => total + slot, 0),
  };
}
