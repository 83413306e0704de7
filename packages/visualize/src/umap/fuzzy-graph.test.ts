import { createRng, type NdArray, ndArray } from '@fashion-mnist/core';
import { createInlinePool, exactNeighbors, type Neighbors, type WorkerPool } from '@fashion-mnist/kernels';
import { UMAP } from 'umap-js';
import { afterAll, describe, expect, it } from 'vitest';
import { type FuzzyGraph, fuzzyGraph } from './fuzzy-graph.ts';
import { intersectLabels } from './intersect-labels.ts';

const COUNT = 200;
const WIDTH = 12;
const pool = await createInlinePool();
afterAll(() => pool.dispose());

const rng = createRng(3);
const samples = ndArray(
  Float32Array.from({ length: COUNT * 5 }, (_, i) => rng.nextNormal() + 3 * (Math.floor(i / 5) % 3)),
  [COUNT, 5],
);
const labels = Int32Array.from({ length: COUNT }, () => rng.nextInt(4) - 1);

describe('fuzzyGraph', () => {
  it('equals the graph of umap-js, made of the same neighbours', async () => {
    const neighbors = await exactNeighbors(samples, { neighborCount: WIDTH, pool });
    expectSame(await denseGraph(pool, neighbors), umapJsGraph(neighbors));
  });

  it('equals it where samples are alike', async () => {
    const alike = ndArray(
      samples.data.map((_, i) => samples.data[i % 250] ?? 0),
      samples.shape,
    );
    const neighbors = await exactNeighbors(alike, { neighborCount: WIDTH, pool });
    expectSame(await denseGraph(pool, neighbors), umapJsGraph(neighbors));
  });

  it('is symmetric, with rows of whole fours', async () => {
    const neighbors = await exactNeighbors(samples, { neighborCount: WIDTH, pool });
    const region = pool.region();
    const graph = await fuzzyGraph(pool, region, neighbors, {});
    const starts = await pool.read(Int32Array, graph.rowStarts, COUNT + 1);
    region.release();
    expect(starts.every((start) => start % 4 === 0)).toBe(true);
    const dense = await denseGraph(pool, neighbors);
    for (let i = 0; i < COUNT; i++) for (let j = 0; j < i; j++) expect(dense[i]?.[j]).toBe(dense[j]?.[i]);
  });
});

describe('intersectLabels', () => {
  it.each([0, 0.5, 0.9, 1])('equals what umap-js makes of labels, targetWeight %d', async (targetWeight) => {
    const neighbors = await exactNeighbors(samples, { neighborCount: WIDTH, pool });
    const target = { labels, targetWeight };
    // umap-js takes a weight of 0 for none at all.
    const reference = umapJsGraph(neighbors, { labels, targetWeight: targetWeight || 1e-12 });
    expectSame(await denseGraph(pool, neighbors, target), reference);
  });
});

interface Target {
  readonly labels: Int32Array;
  readonly targetWeight: number;
}

async function denseGraph(on: WorkerPool, neighbors: Neighbors, target?: Target): Promise<number[][]> {
  const region = on.region();
  try {
    const graph = await fuzzyGraph(on, region, neighbors, {});
    if (target === undefined) return await toDense(on, graph);
    return await toDense(
      on,
      await intersectLabels(on, region, graph, target.labels, target.targetWeight, {}),
    );
  } finally {
    region.release();
  }
}

async function toDense(on: WorkerPool, { rowCount, entryCount, ...graph }: FuzzyGraph): Promise<number[][]> {
  const starts = await on.read(Int32Array, graph.rowStarts, rowCount + 1);
  const columns = await on.read(Int32Array, graph.columns, entryCount);
  const weights = await on.read(Float32Array, graph.weights, entryCount);
  return Array.from({ length: rowCount }, (_, row) => {
    const line = new Array<number>(rowCount).fill(0);
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const column = columns[entry] ?? 0;
      line[column] = (line[column] ?? 0) + (weights[entry] ?? 0);
    }
    return line;
  });
}

function umapJsGraph({ indices, distances }: Neighbors, target?: Target): number[][] {
  const umap = new UMAP({ nNeighbors: WIDTH, nEpochs: 1, random: () => 0.5 });
  umap.setPrecomputedKNN(rowsOf(indices), rowsOf(distances));
  if (target !== undefined)
    umap.setSupervisedProjection(Array.from(target.labels), { targetWeight: target.targetWeight });
  umap.initializeFit(Array.from({ length: COUNT }, () => []));
  const { graph } = umap as unknown as { graph: { toArray(): number[][] } };
  return graph.toArray();
}

function rowsOf({ data, shape: [count = 0, width = 0] }: NdArray): number[][] {
  return Array.from({ length: count }, (_, row) => Array.from(data.subarray(row * width, (row + 1) * width)));
}

/** umap-js drops weights that are too small to count, so the tolerance is absolute. */
function expectSame(actual: number[][], expected: number[][]): void {
  const worst = actual.flatMap((line, i) =>
    line.map((weight, j) => Math.abs(weight - (expected[i]?.[j] ?? 0))),
  );
  expect(Math.max(...worst)).toBeLessThan(1e-5);
}
