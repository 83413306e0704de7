import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { measureQuality, startEmbedding } from './start-embedding.ts';

const rng = createRng(7);
const COUNT = 400;
/** Two classes that are easy to tell apart. */
const samples = {
  data: Uint8Array.from({ length: COUNT * 64 }, (_, i) => 120 * ((i >> 6) % 2) + rng.nextInt(60)),
  shape: [COUNT, 8, 8],
};

describe('startEmbedding', () => {
  it.each([
    { method: 'pca', options: {} },
    { method: 'umap', options: { nNeighbors: 10, nEpochs: 60, seed: 3 } },
    { method: 'tsne', options: { perplexity: 12, nIter: 300, seed: 3 } },
  ] as const)('maps samples in a worker by $method, and places further ones', async ({ method, options }) => {
    const stages = new Set<string>();
    let told = 0;
    const embedding = await startEmbedding(
      { method, samples, options },
      { onProgress: ({ stage }) => stages.add(stage), onPlaces: () => told++ },
    );
    expect(embedding.positions).toHaveLength(2 * COUNT);
    expect(embedding.positions.every(Number.isFinite)).toBe(true);
    expect(stages.size).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(0);
    const further = await embedding.transform({ data: samples.data.slice(0, 128), shape: [2, 8, 8] });
    expect(further).toHaveLength(4);
    embedding.dispose();
  });

  it('stops at once, with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const running = startEmbedding(
      { method: 'tsne', samples, options: { nIter: 100_000 } },
      { signal: controller.signal, onPlaces: () => controller.abort(reason) },
    );
    await expect(running).rejects.toBe(reason);
  });
});

describe('measureQuality', () => {
  it('finds a map of one axis better than one of chance', async () => {
    const line = { data: Float32Array.from({ length: 300 }, (_, i) => i), shape: [300, 1] };
    const straight = Float32Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? i / 2 : 0));
    const mixed = Float32Array.from({ length: 600 }, () => rng.nextFloat());
    const good = await measureQuality(line, straight, { nNeighbors: 10 });
    const bad = await measureQuality(line, mixed, { nNeighbors: 10 });
    expect(good.trustworthiness).toBe(1);
    expect(bad.trustworthiness).toBeLessThan(0.8);
  });
});
