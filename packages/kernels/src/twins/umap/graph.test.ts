import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

interface Lists {
  readonly indices: Int32Array;
  readonly distances: Float32Array;
  readonly neighborCount: number;
}

const cases = fc.record({
  itemCount: fc.integer({ min: 1, max: 40 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  duplicates: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(),
});

/** Neighbours at random, each item first in its own list unless a duplicate comes before it. */
function neighborLists(itemCount: number, share: number, duplicates: number, seed: number): Lists {
  const rng = createRng(seed);
  const neighborCount = Math.max(1, Math.round(share * itemCount));
  const indices = new Int32Array(itemCount * neighborCount);
  const distances = new Float32Array(itemCount * neighborCount);
  for (let item = 0; item < itemCount; item++) {
    const others = Array.from(rng.permutation(itemCount)).filter((other) => other !== item);
    indices.set([item, ...others].slice(0, neighborCount), item * neighborCount);
    let distance = 0;
    for (let j = 1; j < neighborCount; j++) {
      if (rng.nextFloat() >= duplicates) distance += rng.nextFloat();
      distances[item * neighborCount + j] = distance;
    }
  }
  return { indices, distances, neighborCount };
}

type Alloc = (byteLength: number) => number;

function put(heap: KernelsUnderTest['heap'], alloc: Alloc, values: Int32Array | Float32Array): number {
  const pointer = alloc(values.byteLength);
  if (values instanceof Int32Array) heap.i32.set(values, pointer / 4);
  else heap.f32.set(values, pointer / 4);
  return pointer;
}

function memberships({ kernels, heap }: KernelsUnderTest, alloc: Alloc, lists: Lists, isQuery = 0) {
  const { indices, distances, neighborCount } = lists;
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
  const [from, nearness] = [put(heap, alloc, indices), put(heap, alloc, distances)];
  const [sorted, weights] = [alloc(indices.byteLength), alloc(indices.byteLength)];
  const itemCount = indices.length / neighborCount;
  kernels.umapMemberships(from, nearness, neighborCount, isQuery, mean, sorted, weights, 0, itemCount);
  return {
    sorted,
    weights,
    indices: heap.i32.slice(sorted / 4, sorted / 4 + indices.length),
    values: heap.f32.slice(weights / 4, weights / 4 + indices.length),
  };
}

/** Rows of the fuzzy union, and where they lie. */
function unite(under: KernelsUnderTest, alloc: Alloc, lists: Lists) {
  const { kernels, heap } = under;
  const { neighborCount } = lists;
  const edgeCount = lists.indices.length;
  const rowCount = edgeCount / neighborCount;
  const { sorted, weights } = memberships(under, alloc, lists);
  const [histograms, starts] = [alloc(4 * rowCount), alloc(4 * rowCount + 4)];
  const [order, lengths, rowStarts] = [alloc(4 * edgeCount), alloc(4 * rowCount), alloc(4 * rowCount + 4)];
  kernels.countKeys(sorted, rowCount, histograms, edgeCount, 0, edgeCount);
  kernels.startKeys(rowCount, 1, histograms, starts, 0, 1);
  kernels.orderByKey(sorted, rowCount, histograms, order, edgeCount, 0, edgeCount);
  kernels.tsneRowLengths(sorted, neighborCount, order, starts, lengths, 0, rowCount);
  kernels.tsneRowStarts(lengths, rowCount, rowStarts, 0, 1);
  const entryCount = heap.i32[rowStarts / 4 + rowCount]!;
  const [columns, values] = [alloc(4 * entryCount), alloc(4 * entryCount)];
  const sources = [sorted, weights, neighborCount, order, starts] as const;
  kernels.umapUnionRows(...sources, rowStarts, columns, values, 0, rowCount);
  return { rowCount, entryCount, rowStarts, columns, values };
}

function dense(
  { heap }: KernelsUnderTest,
  graph: ReturnType<typeof unite>,
  values = graph.values,
): number[][] {
  return Array.from({ length: graph.rowCount }, (_, row) => {
    const line = new Array<number>(graph.rowCount).fill(0);
    for (let e = heap.i32[graph.rowStarts / 4 + row]!; e < heap.i32[graph.rowStarts / 4 + row + 1]!; e++)
      line[heap.i32[graph.columns / 4 + e]!]! += heap.f32[values / 4 + e]!;
    return line;
  });
}

describe('umapMemberships', () => {
  it('does the same compiled and as a twin', () => {
    fc.assert(
      fc.property(cases, fc.nat(1), ({ itemCount, share, duplicates, seed }, isQuery) => {
        const lists = neighborLists(itemCount, share, duplicates, seed);
        const { compiled, twin } = onBoth((under, alloc) => memberships(under, alloc, lists, isQuery));
        expect(compiled.indices).toEqual(twin.indices);
        // The exponential functions differ in the last bits; a bisection may end a step earlier.
        expectClose(compiled.values, twin.values, 2e-5);
      }),
    );
  });

  it('lets memberships of all but the first add up to the logarithm of their number', () => {
    const distances = Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7);
    const lists = { indices: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7), distances, neighborCount: 8 };
    const { compiled } = onBoth((under, alloc) => memberships(under, alloc, lists));
    expect(compiled.values[0]).toBe(0);
    expect(compiled.values[1]).toBe(1);
    expect(compiled.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(3, 4);
  });

  it('gives duplicates full membership, and none to the item itself wherever it stands', () => {
    const lists = { indices: Int32Array.of(2, 0, 1), distances: new Float32Array(3), neighborCount: 3 };
    const { compiled } = onBoth((under, alloc) => memberships(under, alloc, lists));
    expect([...compiled.indices]).toEqual([0, 1, 2]);
    expect([...compiled.values]).toEqual([0, 1, 1]);
  });
});

describe('umapUnionRows', () => {
  it('unites both directions of each edge, as dense matrices do', () => {
    fc.assert(
      fc.property(cases, ({ itemCount, share, duplicates, seed }) => {
        const lists = neighborLists(itemCount, share, duplicates, seed);
        const { compiled, twin } = onBoth((under, alloc) => {
          const { indices, values } = memberships(under, alloc, lists);
          const one = Array.from({ length: itemCount }, () => new Array<number>(itemCount).fill(0));
          for (const [e, column] of indices.entries())
            one[Math.floor(e / lists.neighborCount)]![column] = values[e]!;
          const expected = one.map((line, i) => line.map((w, j) => w + one[j]![i]! - w * one[j]![i]!));
          return { expected, united: dense(under, unite(under, alloc, lists)) };
        });
        for (const { expected, united } of [compiled, twin])
          expectClose(united.flat(), expected.flat(), 1e-6);
      }),
    );
  });
});

describe('labels', () => {
  it('weaken edges between classes, as the definition of umap-learn says', () => {
    fc.assert(
      fc.property(cases, ({ itemCount, share, duplicates, seed }) => {
        const lists = neighborLists(itemCount, share, duplicates, seed);
        const rng = createRng(seed + 1);
        const classes = Int32Array.from({ length: itemCount }, () => rng.nextInt(4) - 1);
        const { compiled, twin } = onBoth((under, alloc) => {
          const graph = unite(under, alloc, lists);
          const expected = intersectNaively(dense(under, graph), classes, 5, 1);
          const [labels, united] = [put(under.heap, alloc, classes), alloc(4 * graph.entryCount)];
          const { rowStarts, columns, values, rowCount } = graph;
          under.kernels.umapIntersectLabels(rowStarts, columns, values, labels, 5, 1, 0, rowCount);
          under.kernels.umapReunite(rowStarts, columns, values, united, 0, rowCount);
          return { expected, united: dense(under, graph, united) };
        });
        for (const { expected, united } of [compiled, twin])
          expectClose(united.flat(), expected.flat(), 1e-6);
      }),
    );
  });
});

/** fast_intersection and reset_local_connectivity of umap-learn, on a dense matrix. */
function intersectNaively(graph: number[][], labels: Int32Array, far: number, unknown: number): number[][] {
  const weak = graph.map((line, i) =>
    line.map((weight, j) => {
      if (labels[i] === -1 || labels[j] === -1) return weight * Math.exp(-unknown);
      return labels[i] === labels[j] ? weight : weight * Math.exp(-far);
    }),
  );
  const scaled = weak.map((line) => {
    const largest = Math.max(...line);
    return line.map((weight) => (largest > 0 ? weight / largest : weight));
  });
  return scaled.map((line, i) => line.map((w, j) => w + scaled[j]![i]! - w * scaled[j]![i]!));
}

describe('umapLargest', () => {
  it('finds the largest number of each piece', () => {
    const values = Float32Array.of(1, 3, 2, 0, 7, 5, 4);
    const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
      const [from, to] = [put(heap, alloc, values), alloc(12)];
      for (const [begin, end] of [
        [0, 3],
        [3, 6],
        [6, 7],
      ] as const)
        kernels.umapLargest(from, to, 3, begin, end);
      return heap.f32.slice(to / 4, to / 4 + 3);
    });
    expect([...compiled]).toEqual([3, 7, 4]);
    expect(twin).toEqual(compiled);
  });
});

describe('umapDiffuse', () => {
  it('keeps the square roots of the row sums as they are, and does the same compiled and as a twin', () => {
    fc.assert(
      fc.property(cases, ({ itemCount, share, duplicates, seed }) => {
        const lists = neighborLists(itemCount, share, duplicates, seed);
        const { compiled, twin } = onBoth((under, alloc) => {
          const { kernels, heap } = under;
          const { rowCount, rowStarts, columns, values } = unite(under, alloc, lists);
          const scales = alloc(8 * rowCount);
          kernels.umapRowScales(rowStarts, values, scales, 0, rowCount);
          const roots = heap.f64
            .slice(scales / 8, scales / 8 + rowCount)
            .map((scale) => (scale > 0 ? 1 / scale : 0));
          const [from, to] = [alloc(16 * rowCount), alloc(16 * rowCount)];
          heap.f64.set(roots, from / 8);
          heap.f64.set(
            roots.map((root, i) => root + i),
            from / 8 + rowCount,
          );
          kernels.umapDiffuse(rowStarts, columns, values, scales, rowCount, 2, from, to, 0, rowCount);
          return { roots, image: heap.f64.slice(to / 8, to / 8 + 2 * rowCount) };
        });
        expectClose(compiled.image.subarray(0, itemCount), compiled.roots, 1e-12);
        expectClose(compiled.image, twin.image, 1e-12);
      }),
    );
  });
});
