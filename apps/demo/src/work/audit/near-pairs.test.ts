import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearPairs } from './near-pairs.ts';

/** Points on a line, and the graph of their nearest. */
function graphOf(points: readonly number[], k: number) {
  const lists = points.map((point, id) =>
    points
      .map((other, at) => ({ id: at, distance: Math.abs(other - point) }))
      .filter((other) => other.id !== id)
      .toSorted((a, b) => a.distance - b.distance || a.id - b.id)
      .slice(0, k),
  );
  return {
    k,
    ids: Uint32Array.from(lists.flat(), ({ id }) => id),
    distances: Float32Array.from(lists.flat(), ({ distance }) => distance),
  };
}

describe('nearPairs', () => {
  it('lists each pair once, closest first, identical ones before all', () => {
    const pairs = nearPairs(graphOf([10, 0, 10, 1, 30], 2), { k: 1, limit: 9 });
    expect(pairs).toEqual([
      { first: 0, second: 2, distance: 0 },
      { first: 1, second: 3, distance: 1 },
      { first: 0, second: 4, distance: 20 },
    ]);
  });

  it('lists the closest pairs of all, whatever the limit', () => {
    const points = fc.array(fc.nat(500), { minLength: 4, maxLength: 25 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 400 }), (values, limit) => {
        const all: number[] = [];
        for (let i = 0; i < values.length; i++)
          for (let j = i + 1; j < values.length; j++) all.push(Math.abs((values[i] ?? 0) - (values[j] ?? 0)));
        const wanted = all.toSorted((a, b) => a - b).slice(0, limit);
        const graph = graphOf(values, values.length - 1);
        const pairs = nearPairs(graph, { k: values.length - 1, limit });
        expect(pairs.map(({ distance }) => distance)).toEqual(wanted);
      }),
    );
  });
});
