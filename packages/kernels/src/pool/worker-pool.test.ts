import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { command } from '../compute/command.ts';
import { createWorkerPool } from './create-worker-pool.ts';
import { createInlinePool } from './inline-pool.ts';
import type { Region, WorkerPool } from './worker-pool.ts';

interface Kind {
  readonly kind: string;
  readonly isCompiled?: boolean;
  readonly create: () => Promise<WorkerPool>;
}

const KINDS: readonly Kind[] = [
  { kind: 'this thread', create: () => createInlinePool() },
  {
    kind: 'this thread, without compiled kernels',
    isCompiled: false,
    create: () => createInlinePool({ kernels: 'typescript' }),
  },
  { kind: 'one thread', create: () => createWorkerPool({ threads: 1 }) },
  { kind: 'two threads', create: () => createWorkerPool({ threads: 2 }) },
  { kind: 'four threads', create: () => createWorkerPool({ threads: 4 }) },
  {
    kind: 'two threads, without compiled kernels',
    isCompiled: false,
    create: () => createWorkerPool({ threads: 2, kernels: 'typescript' }),
  },
  { kind: 'one thread with a memory of its own', create: () => createWorkerPool({ shareMemory: false }) },
];

const BYTES = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
const HALVES = Float32Array.from(BYTES, (byte) => byte / 2);

/** One pool for all tests of a block. */
function sharedPool(create: () => Promise<WorkerPool>): () => WorkerPool {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await create();
  });
  afterAll(() => pool.dispose());
  return () => pool;
}

function openRegion(pool: WorkerPool): Region {
  const region = pool.region();
  onTestFinished(() => region.release());
  return region;
}

/** Some milliseconds of work per piece, some seconds in all. */
function slowWork(pool: WorkerPool) {
  const region = openRegion(pool);
  const from = region.alloc(4_000_000);
  const to = region.alloc(16_000_000);
  const work = { total: 4_000_000, grain: 400_000 };
  return Array.from({ length: 2000 }, () => command('scaleBytes', work, from, to, 1));
}

describe.each(KINDS)('a pool of $kind', ({ create, isCompiled = true }) => {
  const poolOf = sharedPool(create);

  it('does all items of a command, in pieces', async () => {
    const pool = poolOf();
    const region = openRegion(pool);
    const from = region.alloc(BYTES.length);
    const to = region.alloc(BYTES.length * 4);
    await pool.write(from, BYTES);
    await pool.submit([command('scaleBytes', { total: BYTES.length, grain: 999 }, from, to, 0.5)]);
    expect(await pool.read(Float32Array, to, BYTES.length)).toEqual(HALVES);
  });

  it('does commands in order, however many there are, and calls in the order in which they come', async () => {
    const pool = poolOf();
    const region = openRegion(pool);
    const from = region.alloc(8);
    const to = region.alloc(32);
    await pool.write(from, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    const commands = Array.from({ length: 600 }, (_, i) =>
      command('scaleBytes', { total: 8, grain: 3 }, from, to, i),
    );
    await Promise.all([pool.submit(commands), pool.submit(commands.slice(0, 11))]);
    expect(await pool.read(Float32Array, to, 3)).toEqual(Float32Array.of(10, 20, 30));
  });

  it('does nothing for no items and for no commands', async () => {
    const pool = poolOf();
    await pool.submit([]);
    await pool.submit([command('scaleBytes', { total: 0, grain: 10 }, 0, 0, 1)]);
  });

  it('stops soon when aborted, with the reason, and goes on with other work', async () => {
    const pool = poolOf();
    const commands = slowWork(pool);
    const controller = new AbortController();
    const start = performance.now();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(pool.submit(commands, { signal: controller.signal })).rejects.toThrow('enough');
    expect(performance.now() - start).toBeLessThan(1000);
    await pool.submit(commands.slice(0, 1));
  });

  it('does not begin with a signal that is aborted already', async () => {
    const pool = poolOf();
    const signal = AbortSignal.abort(new Error('before'));
    await expect(pool.submit(slowWork(pool), { signal })).rejects.toThrow('before');
  });

  it('tells how far the tracked command is, and ends with what the listener throws', async () => {
    const pool = poolOf();
    const commands = slowWork(pool).slice(0, isCompiled ? 200 : 20);
    const told: number[] = [];
    const quit = (items: number) => {
      told.push(items);
      throw new Error('quit');
    };
    await expect(
      pool.submit(commands, { onItems: quit, tracked: commands[commands.length / 2] }),
    ).rejects.toThrow('quit');
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((items) => items >= 0 && items <= 4_000_000)).toBe(true);
    await pool.submit(commands.slice(0, 1));
  });

  it('gives the memory of a region away again once it is released', async () => {
    const pool = poolOf();
    const region = pool.region();
    const pointer = region.alloc(1000);
    region.alloc(1000);
    expect(pool.allocatedBytes).toBe(2048);
    region.release();
    expect(pool.allocatedBytes).toBe(0);
    expect(openRegion(pool).alloc(500)).toBe(pointer);
  });

  if (isCompiled)
    it('fails a call with the error of a compiled kernel itself, and goes on', async () => {
      const pool = poolOf();
      const beyond = command('scaleBytes', { total: 64, grain: 8 }, 0xffff_ff00, 0xffff_ff00, 1);
      const failure = await pool.submit([beyond, beyond]).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(WebAssembly.RuntimeError);
      expect((failure as Error).message).toMatch(/out of bounds/);
      expect((failure as Error).stack).toMatch(/scaleBytes|wasm/);
      await pool.submit(slowWork(pool).slice(0, 1));
    });

  it('refuses work once it is disposed', async () => {
    const pool = await create();
    await pool.dispose();
    await expect(pool.submit([])).rejects.toMatchObject({ name: 'KernelsError', code: 'E_WORKER' });
  });
});

describe('createWorkerPool', () => {
  it.each([0, -1, 1.5, 65, Number.NaN])('refuses %s threads', async (threads) => {
    await expect(createWorkerPool({ threads })).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it('refuses memory that cannot be had, and keeps what it has', async () => {
    const pool = await createWorkerPool({ threads: 1 });
    onTestFinished(() => pool.dispose());
    expect(() => pool.region().alloc(2 ** 33)).toThrow(expect.objectContaining({ code: 'E_MEMORY' }));
    expect(pool.allocatedBytes).toBe(0);
    await pool.submit(slowWork(pool).slice(0, 1));
  });
});
