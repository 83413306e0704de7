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

interface Lists {
  readonly indices: Int32Array;
  readonly distances: Float32Array;
}

const cases = fc.record({
  itemCount: fc.integer({ min: 2, max: 40 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(),
});

describe.each(kinds)('tsneAffinities, $kind', ({ under }) => {
  it('gives every item the perplexity that is asked for, in rows that add up to one', () => {
    fc.assert(
      fc.property(
        cases,
        fc.double({ min: 1.1, max: 0.9 * 30, noNaN: true }),
        ({ itemCount, share, seed }, wish) => {
          const neighborCount = Math.max(1, Math.round(share * (itemCount - 1)));
          const lists = neighborLists(itemCount, neighborCount + 1, seed);
          const perplexity = Math.min(wish, 0.9 * neighborCount);
          if (perplexity < 1.1) return;
          const { weights } = affinities(under, lists, neighborCount, 1, perplexity, neighborCount);
          for (let item = 0; item < itemCount; item++) {
            const row = weights.subarray(item * neighborCount, (item + 1) * neighborCount);
            const entropy = row.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
            // Tolerance of the search, and of weights that are rounded to float32.
            expect(Math.abs(entropy - Math.log(perplexity))).toBeLessThan(2e-5);
            expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
          }
        },
      ),
    );
  });

  it('leaves the item itself out and sorts by index', () => {
    const lists = {
      indices: Int32Array.of(0, 2, 1, 1, 2, 0, 2, 0, 1),
      distances: new Float32Array(9).fill(1),
    };
    const { indices, weights } = affinities(under, lists, 2, 1, 1.5, 4);
    expect([...indices]).toEqual([1, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0]);
    expect([...weights.subarray(0, 4)]).toEqual([0.5, 0.5, 0, 0]);
  });

  it('takes items in another order, and calls them by their ranks in it', () => {
    const lists = { indices: Int32Array.of(0, 2, 1, 2, 2, 0), distances: new Float32Array(6) };
    const { indices } = affinities(under, lists, 1, 1, 1, 1, Int32Array.of(2, 0, 1));
    expect([...indices]).toEqual([1, 0, 0]);
  });

  it('leaves the last neighbour out where duplicates have pushed the item itself off its list', () => {
    const lists = { indices: Int32Array.of(1, 2, 3), distances: Float32Array.of(0, 0, 0) };
    expect([...affinities(under, lists, 2, 1, 1, 2).indices]).toEqual([1, 2]);
  });

  it('shares equally among neighbours at the same distance, and among duplicates', () => {
    const indices = Int32Array.of(0, 1, 2, 3);
    const far = { indices, distances: Float32Array.of(1e18, 1e18, 1e18, 1e18) };
    expect([...affinities(under, far, 4, 0, 2, 4).weights]).toEqual([0.25, 0.25, 0.25, 0.25]);
    const same = { indices, distances: Float32Array.of(0, 0, 0, 5) };
    expectClose(affinities(under, same, 4, 0, 2, 4).weights, [1 / 3, 1 / 3, 1 / 3, 0], 1e-6);
  });
});

describe('tsneAffinities', () => {
  it('does the same compiled and as a twin', () => {
    const lists = neighborLists(60, 31, 5);
    const [first, second] = [compiled, twin].map((under) => affinities(under, lists, 30, 1, 10, 32));
    expect(first?.indices).toEqual(second?.indices);
    // The exponential functions differ in the last bits.
    expectClose(first?.weights ?? [], second?.weights ?? new Float32Array(), 1e-6);
  });
});

describe.each(kinds)('joint affinities, $kind', ({ under }) => {
  it('are the sum of both conditional ones, as a dense matrix says', () => {
    fc.assert(
      fc.property(cases, ({ itemCount, share, seed }) => {
        const neighborCount = Math.max(1, Math.round(share * (itemCount - 1)));
        const lists = neighborLists(itemCount, neighborCount + 1, seed);
        const { indices, weights } = affinities(under, lists, neighborCount, 1, 1.5, neighborCount);
        const scale = 1 / (2 * itemCount);
        const dense = new Float32Array(itemCount ** 2);
        indices.forEach((column, entry) => {
          const row = Math.floor(entry / neighborCount);
          dense[row * itemCount + column]! += weights[entry]! * scale;
          dense[column * itemCount + row]! += weights[entry]! * scale;
        });
        const { rowStarts, columns, values } = jointAffinities(under, indices, weights, neighborCount, scale);
        const found = new Float32Array(itemCount ** 2);
        for (let row = 0; row < itemCount; row++) {
          const [first, last] = [rowStarts[row]!, rowStarts[row + 1]!];
          expect(first % 4).toBe(0);
          const own = columns.subarray(first, last).filter((_, i) => values[first + i]! > 0);
          expect(own).toEqual(own.toSorted());
          for (let e = first; e < last; e++) found[row * itemCount + columns[e]!]! += values[e]!;
        }
        expectClose(found, dense, 1e-6);
      }),
    );
  });
});

/** Random points on a line, each with its nearest, itself first. */
function neighborLists(itemCount: number, listed: number, seed: number): Lists {
  const rng = createRng(seed);
  const places = Float64Array.from({ length: itemCount }, () => 100 * rng.nextNormal());
  const lists = {
    indices: new Int32Array(itemCount * listed),
    distances: new Float32Array(itemCount * listed),
  };
  for (let item = 0; item < itemCount; item++) {
    const distance = (other: number) => Math.abs(places[item]! - places[other]!);
    const nearest = Array.from(places.keys())
      .toSorted((a, b) => distance(a) - distance(b))
      .slice(0, listed);
    lists.indices.set(nearest, item * listed);
    lists.distances.set(nearest.map(distance), item * listed);
  }
  return lists;
}

function affinities(
  { kernels, heap }: KernelsUnderTest,
  { indices, distances }: Lists,
  neighborCount: number,
  hasSelf: number,
  perplexity: number,
  stride: number,
  rowOrder: Int32Array = Int32Array.from({ length: indices.length / (neighborCount + hasSelf) }, (_, i) => i),
): { indices: Int32Array; weights: Float32Array } {
  const itemCount = rowOrder.length;
  const byteLength = itemCount * stride * 4;
  const [from, to, order, ranks, outIndices, outWeights] = layOut(
    indices.byteLength,
    distances.byteLength,
    rowOrder.byteLength,
    64 * 4,
    byteLength,
    byteLength,
  ) as [number, number, number, number, number, number];
  heap.i32.set(indices, from / 4);
  heap.f32.set(distances, to / 4);
  heap.i32.set(rowOrder, order / 4);
  for (let item = 0; item < 64; item++) heap.i32[ranks / 4 + item] = item;
  rowOrder.forEach((item, rank) => (heap.i32[ranks / 4 + item] = rank));
  kernels.tsneAffinities(
    ...([from, to, neighborCount, hasSelf, perplexity, stride] as const),
    ...([order, ranks, outIndices, outWeights, 0, itemCount] as const),
  );
  return {
    indices: heap.i32.slice(outIndices / 4, outIndices / 4 + itemCount * stride),
    weights: heap.f32.slice(outWeights / 4, outWeights / 4 + itemCount * stride),
  };
}

function jointAffinities(
  { kernels, heap }: KernelsUnderTest,
  neighborIndices: Int32Array,
  conditional: Float32Array,
  neighborCount: number,
  scale: number,
): { rowStarts: Int32Array; columns: Int32Array; values: Float32Array } {
  const edgeCount = neighborIndices.length;
  const rowCount = edgeCount / neighborCount;
  const byteLength = edgeCount * 4;
  const rowBytes = 4 * rowCount + 4;
  const entryBytes = 2 * byteLength + 16 * rowCount;
  const [indices, weights, order, histogram, starts, lengths, rowStarts, columns, values] = layOut(
    byteLength,
    byteLength,
    byteLength,
    rowBytes,
    rowBytes,
    rowBytes,
    rowBytes,
    entryBytes,
    entryBytes,
  ) as [number, number, number, number, number, number, number, number, number];
  heap.i32.set(neighborIndices, indices / 4);
  heap.f32.set(conditional, weights / 4);
  kernels.countKeys(indices, rowCount, histogram, edgeCount, 0, edgeCount);
  kernels.startKeys(rowCount, 1, histogram, starts, 0, 1);
  kernels.orderByKey(indices, rowCount, histogram, order, edgeCount, 0, edgeCount);
  kernels.tsneRowLengths(indices, neighborCount, order, starts, lengths, 0, rowCount);
  kernels.tsneRowStarts(lengths, rowCount, rowStarts, 0, 1);
  kernels.tsneSymmetricRows(
    ...([indices, weights, neighborCount, scale, order, starts, rowStarts, columns, values] as const),
    ...([0, rowCount] as const),
  );
  const starting = heap.i32.slice(rowStarts / 4, rowStarts / 4 + rowCount + 1);
  const entryCount = starting.at(-1) ?? 0;
  return {
    rowStarts: starting,
    columns: heap.i32.slice(columns / 4, columns / 4 + entryCount),
    values: heap.f32.slice(values / 4, values / 4 + entryCount),
  };
}
