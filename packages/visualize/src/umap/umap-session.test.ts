import { createInlinePool, type WorkerPool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { twoBlobs } from '../testing/blobs.ts';
import { umap } from './umap.ts';
import { createUmapSession } from './umap-session.ts';

const samples = twoBlobs(90);
const quick = { nNeighbors: 8, nEpochs: 50 };

describe('createUmapSession', () => {
  it('goes on where it was, and ends where one call ends', async () => {
    const session = await createUmapSession(samples, quick);
    expect([session.method, session.completed, session.total]).toEqual(['umap', 0, 50]);
    await session.step();
    await session.step(33);
    expect(session.completed).toBe(34);
    const projection = await session.run();
    expect(session.completed).toBe(50);
    await session.dispose();
    expect(projection.coordinates).toEqual((await umap(samples, quick)).coordinates);
  });

  it('shows its points while they move', async () => {
    const session = await createUmapSession(samples, quick);
    const view = session.view();
    const start = await session.snapshot();
    expect(view).toEqual(start.data);
    await session.step(10);
    expect(view).not.toEqual(start.data);
    expect(view).toEqual((await session.snapshot()).data);
    await session.dispose();
  });

  it('lets timers run, and stops when one aborts it', async () => {
    const session = await createUmapSession(samples, { ...quick, nEpochs: 1_000_000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('no')), 5);
    await expect(session.run({ signal: controller.signal })).rejects.toThrow('no');
    await session.dispose();
  });

  it('can go on after it was aborted in the middle of an epoch, as if it had not been', async () => {
    const inner = await createInlinePool();
    const controller = new AbortController();
    const pool: WorkerPool = {
      ...inner,
      async submit(commands, options) {
        if (options?.signal === undefined) return inner.submit(commands, options);
        await inner.submit(commands.slice(0, Math.ceil(commands.length / 2)));
        controller.abort(new Error('no'));
        throw controller.signal.reason;
      },
    };
    const session = await createUmapSession(samples, { ...quick, pool });
    await session.step(20);
    const before = await session.snapshot();
    await expect(session.run({ signal: controller.signal })).rejects.toThrow('no');
    expect(session.completed).toBe(20);
    expect(await session.snapshot()).toEqual(before);
    const projection = await session.run();
    await session.dispose();
    await inner.dispose();
    expect(projection.coordinates).toEqual((await umap(samples, quick)).coordinates);
  });

  it("leaves the caller's pool as it was", async () => {
    const pool = await createInlinePool();
    const session = await createUmapSession(samples, { ...quick, pool });
    await session.step(5);
    await session.dispose();
    await session.dispose();
    await expect(session.step()).rejects.toMatchObject({ code: 'E_WORKER' });
    expect(pool.allocatedBytes).toBe(0);
    await pool.dispose();
  });
});

describe('transform', () => {
  it('places samples near themselves, and new ones of a cloud in it', async () => {
    const { coordinates, transform } = await umap(samples, { ...quick, nEpochs: 200 });
    const placed = await transform(samples);
    const again = await transform({ data: samples.data.subarray(0, 12), shape: [2, 6] });
    expect(placed.shape).toEqual([90, 2]);
    expect(again.data).toEqual(placed.data.slice(0, 4));
    const center = (from: number, points: Float32Array, axis: number) => {
      const half = points.subarray(2 * from, 2 * from + 90);
      return half.reduce((sum, value, i) => (i % 2 === axis ? sum + value : sum), 0) / 45;
    };
    for (const from of [0, 45])
      for (const axis of [0, 1])
        expect(Math.abs(center(from, placed.data, axis) - center(from, coordinates.data, axis))).toBeLessThan(
          1,
        );
  });

  it('takes no samples, and refuses other features', async () => {
    const { transform } = await umap(samples, quick);
    expect((await transform({ data: new Float32Array(0), shape: [0, 6] })).shape).toEqual([0, 2]);
    await expect(transform({ data: new Float32Array(10), shape: [2, 5] })).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
  });
});
