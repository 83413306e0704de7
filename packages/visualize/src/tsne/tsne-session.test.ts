import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { twoBlobs } from '../testing/blobs.ts';
import { denseAffinities, denseDivergence, denseGradient, relativeError } from '../testing/dense-tsne.ts';
import { expectSameOnThreads } from '../testing/on-threads.ts';
import { tsne } from './tsne.ts';
import { createTsneSession } from './tsne-session.ts';

const samples = twoBlobs(90);
const quick = { perplexity: 10, nIter: 100 };

describe('createTsneSession', () => {
  it('goes on where it was, and ends where one call ends', async () => {
    const session = await createTsneSession(samples, quick);
    expect([session.method, session.completed, session.total]).toEqual(['tsne', 0, 100]);
    await session.step();
    await session.step(33);
    expect(session.completed).toBe(34);
    const projection = await session.run();
    expect(session.completed).toBe(100);
    await session.dispose();
    expect(projection.coordinates).toEqual((await tsne(samples, quick)).coordinates);
  });

  it('shows its points while they move', async () => {
    const session = await createTsneSession(samples, quick);
    const view = session.view();
    const start = await session.snapshot();
    expect(view).toEqual(start.data);
    await session.step(10);
    expect(view).not.toEqual(start.data);
    expect(view).toEqual((await session.snapshot()).data);
    await session.dispose();
  });

  it('can go on after it was aborted', async () => {
    const session = await createTsneSession(samples, quick);
    await expect(session.run({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    expect(session.completed).toBe(0);
    const projection = await session.run();
    await session.dispose();
    expect(projection.coordinates).toEqual((await tsne(samples, quick)).coordinates);
  });

  it("leaves the caller's pool as it was", async () => {
    const pool = await createInlinePool();
    for (const method of ['exact', 'fft'] as const) {
      const session = await createTsneSession(samples, { ...quick, method, pool });
      await session.step(5);
      await session.dispose();
      await session.dispose();
      await expect(session.step()).rejects.toMatchObject({ code: 'E_WORKER' });
      expect(pool.allocatedBytes).toBe(0);
    }
    await pool.submit([]);
    await pool.dispose();
  });

  describe('of a map that has settled', async () => {
    const perplexity = 15;
    const large = twoBlobs(300);
    const { coordinates } = await tsne(large, { perplexity, nIter: 400 });
    const joint = denseAffinities(large.data as Float32Array, 300, perplexity, 45);
    const gradient = denseGradient(coordinates.data, joint, 12);

    it.each(['exact', 'fft'] as const)(
      'steps down the gradient of the definition, method %s',
      async (method) => {
        const options = { perplexity, method, init: coordinates, learningRate: 1, nIter: 1 } as const;
        const session = await createTsneSession(large, options);
        const { coordinates: moved, klDivergence } = await session.run();
        await session.dispose();
        // The first gain is 0.8. Weights are those of the definition to 1e-4, places on the map of 20 are rounded to 1e-6.
        const step = moved.data.map((value, i) => (value - (coordinates.data[i] ?? 0)) / -0.8);
        expect(relativeError(step, gradient)).toBeLessThan(2e-3);
        expect(klDivergence).toBeCloseTo(denseDivergence(moved.data, joint), 3);
      },
    );
  });

  it.each(['exact', 'fft'] as const)(
    'gives the same bytes on any number of threads, method %s',
    async (method) => {
      const options = { perplexity: 10, nIter: 150, exaggerationIterations: 50, method };
      const many = twoBlobs(500);
      await expectSameOnThreads(async (pool) => (await tsne(many, { ...options, pool })).coordinates.data);
    },
  );
});
