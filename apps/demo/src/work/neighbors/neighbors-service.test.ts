import { createInlinePool } from '@fashion-mnist/kernels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNeighborsService } from './neighbors-service.ts';

const pool = await createInlinePool();
const FIRST = 5;

/** By measuring everything: `[id, squared distance]`, nearest first. */
function sorted(rows: readonly Uint8Array[], ids: readonly number[], query: Uint8Array, k: number) {
  const squared = (row: Uint8Array) => row.reduce((sum, value, i) => sum + (value - (query[i] ?? 0)) ** 2, 0);
  return ids
    .map((id) => ({ id, distance: squared(rows[id - FIRST] ?? new Uint8Array()) }))
    .toSorted((a, b) => a.distance - b.distance || a.id - b.id)
    .slice(0, k)
    .map(({ id, distance }) => [id, Math.fround(Math.sqrt(distance))]);
}

const images = fc.record({
  rows: fc.array(fc.uint8Array({ minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 60 }),
  cuts: fc.array(fc.nat(59), { maxLength: 5 }),
  k: fc.integer({ min: 1, max: 12 }),
  backwards: fc.boolean(),
});

type Images = typeof images extends fc.Arbitrary<infer T> ? T : never;

/** Ranges of rows that make up all of them. */
function pieces(count: number, cuts: readonly number[]) {
  const ends = [...new Set([...cuts.filter((cut) => cut > 0 && cut < count), count])].toSorted(
    (a, b) => a - b,
  );
  return ends.map((end, at) => ({ first: ends[at - 1] ?? 0, end }));
}

describe('nearest', () => {
  it('finds what sorting all distances finds among what has arrived, in any order of arrival', async () => {
    const holds = async ({ rows, cuts, k, backwards }: Images) => {
      const service = createNeighborsService(pool);
      service.open('pixels', { first: FIRST, shape: [rows.length, 2, 3] });
      const arrived: number[] = [];
      const parts = pieces(rows.length, cuts);
      for (const { first, end } of backwards ? parts.toReversed() : parts) {
        const data = Uint8Array.from(rows.slice(first, end).flatMap((row) => [...row]));
        service.receive('pixels', FIRST + first, end - first, data);
        for (let id = FIRST + first; id < FIRST + end; id++) arrived.push(id);
        const query = rows[first] ?? new Uint8Array();
        const found = await service.nearest('pixels', { id: FIRST + first }, k);
        const others = arrived.filter((id) => id !== FIRST + first);
        expect([...found.ids].map((id, at) => [id, found.distances[at]])).toEqual(
          sorted(rows, others, query, k),
        );
        const byValues = await service.nearest('pixels', { values: query }, k);
        expect([...byValues.ids].map((id, at) => [id, byValues.distances[at]])).toEqual(
          sorted(rows, arrived, query, k),
        );
      }
    };
    await fc.assert(fc.asyncProperty(images, holds), { numRuns: 40 });
  });

  it('reads memory that is filled from outside, and counts rows once that are told twice', async () => {
    const service = createNeighborsService(pool);
    const data = new Float32Array(8);
    service.open('features', { first: 0, shape: [4, 2], data });
    data.set([0, 0, 3, 4, 6, 8, 0, 1]);
    service.receive('features', 0, 3);
    service.receive('features', 0, 4);
    const { ids, distances } = await service.nearest('features', { id: 0 }, 9);
    expect([...ids]).toEqual([3, 1, 2]);
    expect([...distances]).toEqual([1, 5, 10]);
  });

  it('searches the space that was opened last under a name', async () => {
    const service = createNeighborsService(pool);
    service.open('s', { first: 0, shape: [2, 1], data: Float32Array.of(1, 2) });
    service.receive('s', 0, 2);
    await service.nearest('s', { id: 0 }, 1);
    service.open('s', { first: 0, shape: [3, 1], data: Float32Array.of(1, 9, 4) });
    service.receive('s', 0, 3);
    const { ids } = await service.nearest('s', { id: 0 }, 2);
    expect([...ids]).toEqual([2, 1]);
  });

  it('does not begin when it is no longer wanted', async () => {
    const service = createNeighborsService(pool);
    service.open('s', { first: 0, shape: [2, 1] });
    service.receive('s', 0, 2, Uint8Array.of(1, 2));
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(service.nearest('s', { id: 0 }, 1, signal)).rejects.toThrow('enough');
  });
});

describe('graph', () => {
  it('lists the nearest others of every image, also where there are more doubles than neighbours', async () => {
    const rows = [7, 7, 7, 7, 1, 0].map((value) => Uint8Array.of(value, 0));
    const service = createNeighborsService(pool);
    service.open('pixels', {
      first: 0,
      shape: [6, 2],
      data: Uint8Array.from(rows.flatMap((row) => [...row])),
    });
    service.receive('pixels', 0, 4);
    await service.nearest('pixels', { id: 0 }, 1);
    service.receive('pixels', 4, 2);
    const shares: number[] = [];
    const { k, ids, distances } = await service.graph('pixels', 2, (share) => shares.push(share));
    expect([k, ids.length]).toEqual([2, 12]);
    for (let id = 0; id < 6; id++) {
      const list = ids.subarray(2 * id, 2 * id + 2);
      expect(list).not.toContain(id);
      const nearest = [0, 1, 2, 3, 4, 5]
        .filter((other) => other !== id)
        .map((other) => Math.abs((rows[other]?.[0] ?? 0) - (rows[id]?.[0] ?? 0)))
        .toSorted((a, b) => a - b);
      expect([...distances.subarray(2 * id, 2 * id + 2)]).toEqual(nearest.slice(0, 2));
    }
    expect(shares.at(-1)).toBe(1);
  });

  it('is refused while images are missing', async () => {
    const service = createNeighborsService(pool);
    service.open('pixels', { first: 0, shape: [3, 1] });
    service.receive('pixels', 0, 2, Uint8Array.of(1, 2));
    await expect(service.graph('pixels', 1, () => {})).rejects.toThrow('Expected all 3 images, got 2');
  });
});
