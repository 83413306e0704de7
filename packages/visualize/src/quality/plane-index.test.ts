import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { NearestList } from './nearest-list.ts';
import { createPlaneIndex } from './plane-index.ts';

/** What sorting finds: the nearest other points, equal distances in the order of the points. */
function sortedNeighbors(coordinates: Float32Array, point: number, count: number): number[] {
  const at = (i: number) => coordinates[i] ?? Number.NaN;
  const distance = (other: number) =>
    (at(2 * other) - at(2 * point)) ** 2 + (at(2 * other + 1) - at(2 * point + 1)) ** 2;
  return Array.from({ length: coordinates.length / 2 }, (_, other) => other)
    .filter((other) => other !== point)
    .toSorted((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, count);
}

function foundNeighbors(coordinates: Float32Array, point: number, count: number): number[] {
  const found = new NearestList(count);
  createPlaneIndex(coordinates).search(point, found);
  return [...found.indices];
}

const rng = createRng(5);
const layouts: Readonly<Record<string, (count: number) => Float32Array>> = {
  scattered: (count) => Float32Array.from({ length: 2 * count }, () => rng.nextNormal()),
  'on a coarse grid': (count) => Float32Array.from({ length: 2 * count }, () => rng.nextInt(4)),
  'on a line': (count) => Float32Array.from({ length: 2 * count }, (_, i) => (i % 2) * rng.nextFloat()),
  'all in one place': (count) => new Float32Array(2 * count),
  'dense beside one far away': (count) =>
    Float32Array.from({ length: 2 * count }, (_, i) => (i < 2 ? 1e6 : rng.nextFloat())),
};

describe.each(Object.entries(layouts))('createPlaneIndex of points %s', (_, layout) => {
  it.each([2, 13, 14, 25, 200])('finds what sorting finds among %i points', (pointCount) => {
    const coordinates = layout(pointCount);
    for (const count of [1, Math.min(7, pointCount - 1), pointCount - 1]) {
      for (let point = 0; point < pointCount; point += Math.ceil(pointCount / 20)) {
        expect(foundNeighbors(coordinates, point, count)).toEqual(sortedNeighbors(coordinates, point, count));
      }
    }
  });
});

it('leaves places without a point at -1', () => {
  expect(foundNeighbors(Float32Array.of(0, 0, 1, 1), 0, 3)).toEqual([1, -1, -1]);
});
