import { createRng } from '@fashion-mnist/core';
import { createInlinePool, type Neighbors, type Samples } from '@fashion-mnist/kernels';
import TSNE from 'tsne-js';
import { afterAll, describe, expect, it } from 'vitest';
import { denseAffinities, relativeError } from '../testing/dense-tsne.ts';
import { affinityNeighbors, jointAffinities } from './joint-affinities.ts';
import { sameOrder } from './map-order.ts';

const pool = await createInlinePool();
afterAll(() => pool.dispose());

/** Entropies agree to 1e-5, so weights do to about that. */
const TOLERANCE = 1e-4;

describe('jointAffinities', () => {
  it.each([
    { sampleCount: 200, perplexity: 30 },
    { sampleCount: 333, perplexity: 5.5 },
  ])('are those of the definition, for $sampleCount samples', async ({ sampleCount, perplexity }) => {
    const samples = randomSamples(sampleCount, 8);
    const expected = denseAffinities(samples.data, sampleCount, perplexity, Math.floor(3 * perplexity));
    const found = await densely(await affinityNeighbors(samples, perplexity, { pool }), perplexity);
    expect(relativeError(found, expected)).toBeLessThan(TOLERANCE);
    expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  });

  it('are those of tsne-js, which takes distances for their squares, where all samples are neighbours', async () => {
    const samples = randomSamples(48, 3);
    const rows = Array.from({ length: 48 }, (_, row) => [...samples.data.subarray(3 * row, 3 * row + 3)]);
    const settings = {
      dim: 2,
      earlyExaggeration: 4,
      learningRate: 100,
      nIter: 1,
      metric: 'euclidean',
    } as const;
    const engine = new TSNE({ ...settings, perplexity: 16 });
    engine.init({ data: rows, type: 'dense' });
    engine.run();
    const { indices, distances } = await affinityNeighbors(samples, 16, { pool });
    const roots = { data: distances.data.map(Math.sqrt), shape: distances.shape };
    const found = await densely({ indices, distances: roots }, 16);
    expect(relativeError(found, engine.P.data)).toBeLessThan(TOLERANCE);
  });

  it('gives back all memory but its result', async () => {
    const region = pool.region();
    const neighbors = await affinityNeighbors(randomSamples(100, 4), 10, { pool });
    const before = pool.allocatedBytes;
    await jointAffinities(pool, region, neighbors, 10, sameOrder(100), {});
    region.release();
    expect(pool.allocatedBytes).toBe(before);
  });
});

function randomSamples(sampleCount: number, featureCount: number): Samples & { readonly data: Float32Array } {
  const rng = createRng(sampleCount);
  const data = Float32Array.from({ length: sampleCount * featureCount }, () => rng.nextNormal());
  return { data, shape: [sampleCount, featureCount] };
}

async function densely(neighbors: Neighbors, perplexity: number): Promise<Float64Array> {
  const [sampleCount = 0] = neighbors.indices.shape;
  const region = pool.region();
  const { rowStarts, columns, weights } = await jointAffinities(
    pool,
    region,
    neighbors,
    perplexity,
    sameOrder(sampleCount),
    {},
  );
  const starts = await pool.read(Int32Array, rowStarts, sampleCount + 1);
  const columnOf = await pool.read(Int32Array, columns, starts.at(-1) ?? 0);
  const weightOf = await pool.read(Float32Array, weights, starts.at(-1) ?? 0);
  const dense = new Float64Array(sampleCount ** 2);
  for (let row = 0; row < sampleCount; row++) {
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const at = row * sampleCount + (columnOf[entry] ?? 0);
      dense[at] = (dense[at] ?? 0) + (weightOf[entry] ?? 0);
    }
  }
  region.release();
  return dense;
}
