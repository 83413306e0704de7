import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNeighbors } from './exact-neighbors.ts';
import { nearestPairs } from './nearest-pairs.ts';
import type { Neighbors } from './neighbors.ts';

/** Points on a line, and the lists of their nearest, themselves included unless told otherwise. */
function neighborsOf(points: readonly number[], k: number, hasSelf = true): Neighbors {
  const lists = points.map((point, sample) =>
    points
      .map((other, index) => ({ index, distance: Math.abs(other - point) }))
      .filter(({ index }) => hasSelf || index !== sample)
      .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
      .slice(0, k),
  );
  const [count, listed] = [points.length, lists[0]?.length ?? 0];
  return {
    indices: ndArray(
      Int32Array.from(lists.flat(), ({ index }) => index),
      [count, listed],
    ),
    distances: ndArray(
      Float32Array.from(lists.flat(), ({ distance }) => distance),
      [count, listed],
    ),
  };
}

/** Every pair of points, the closest first. */
function distancesOf(points: readonly number[]): number[] {
  const all = points.flatMap((point, i) => points.slice(i + 1).map((other) => Math.abs(point - other)));
  return all.toSorted((a, b) => a - b);
}

const line = fc.array(fc.nat(500), { minLength: 2, maxLength: 25 });

describe('nearestPairs', () => {
  it.each([true, false])('lists each pair once, closest first; samples in their own lists: %s', (hasSelf) => {
    const neighbors = neighborsOf([10, 0, 10, 1, 30], hasSelf ? 3 : 2, hasSelf);
    expect(nearestPairs(neighbors, { neighborCount: 1 })).toEqual([
      { first: 0, second: 2, distance: 0 },
      { first: 1, second: 3, distance: 1 },
      { first: 0, second: 4, distance: 20 },
    ]);
  });

  it('lists the closest pairs of all, whatever the limit', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 400 }), fc.boolean(), (points, limit, hasSelf) => {
        const pairs = nearestPairs(neighborsOf(points, points.length, hasSelf), { limit });
        expect(pairs.map(({ distance }) => distance)).toEqual(distancesOf(points).slice(0, limit));
      }),
    );
  });

  it('lists all pairs up to a distance, that distance included', () => {
    fc.assert(
      fc.property(line, fc.nat(500), (points, maxDistance) => {
        const pairs = nearestPairs(neighborsOf(points, points.length), { maxDistance });
        const wanted = distancesOf(points).filter((distance) => distance <= maxDistance);
        expect(pairs.map(({ distance }) => distance)).toEqual(wanted);
      }),
    );
  });

  it('takes what exactNeighbors gives', async () => {
    const samples = ndArray(Uint8Array.of(0, 0, 9, 9, 0, 1, 9, 9), [4, 2]);
    const pairs = nearestPairs(await exactNeighbors(samples, { neighborCount: 3 }), { maxDistance: 2 });
    expect(pairs).toEqual([
      { first: 1, second: 3, distance: 0 },
      { first: 0, second: 2, distance: 1 },
    ]);
  });
});
