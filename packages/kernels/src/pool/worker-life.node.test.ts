import { describe, expect, it } from 'vitest';
import { type Command, command } from '../compute/command.ts';
import { createWorkerPool } from './create-worker-pool.ts';
import { spawn } from './spawn.node.ts';
import type { SpawnedWorker, SpawnWorker } from './spawned-worker.ts';
import type { Region, WorkerPool } from './worker-pool.ts';

/** Starts workers as usual and knows which of them live. */
function countingSpawn(): { spawn: SpawnWorker; living: Set<SpawnedWorker> } {
  const living = new Set<SpawnedWorker>();
  return {
    living,
    spawn: (events) => {
      const worker: SpawnedWorker = spawn({
        ...events,
        onEnd: (error) => {
          living.delete(worker);
          events.onEnd(error);
        },
      });
      living.add(worker);
      return worker;
    },
  };
}

function endlessWork(pool: WorkerPool, region: Region = pool.region()) {
  const [from, to] = [region.alloc(1_000_000), region.alloc(4_000_000)];
  const work = { total: 1_000_000, grain: 100_000 };
  return new Array<Command>(2000).fill(command('scaleBytes', work, from, to, 1));
}

describe.each([
  { kind: 'threads that share memory', shareMemory: true },
  { kind: 'a thread with its own memory', shareMemory: false },
])('$kind', ({ shareMemory }) => {
  it('fail the work at hand and all later work when one of them dies', async () => {
    const { spawn: counting, living } = countingSpawn();
    const pool = await createWorkerPool({ threads: 2, shareMemory, spawn: counting });
    const work = pool.submit(endlessWork(pool));
    setTimeout(() => void [...living][0]?.terminate(), 30);
    await expect(work).rejects.toMatchObject({ name: 'KernelsError', code: 'E_WORKER' });
    await expect(pool.submit([])).rejects.toMatchObject({ code: 'E_WORKER' });
    await pool.dispose();
    expect(living.size).toBe(0);
  });

  it('fail the work at hand when the pool is disposed', async () => {
    const pool = await createWorkerPool({ threads: 2, shareMemory });
    const work = pool.submit(endlessWork(pool)).catch((error: unknown) => error);
    setTimeout(() => void pool.dispose(), 30);
    expect(await work).toMatchObject({ code: 'E_WORKER' });
  });

  it('stay as many through 50 runs, every other one aborted, and need no more memory', async () => {
    const { spawn: counting, living } = countingSpawn();
    const pool = await createWorkerPool({ threads: 2, shareMemory, spawn: counting });
    const workers = living.size;
    const run = async (round: number) => {
      const region = pool.region();
      const work = endlessWork(pool, region).slice(0, round % 2 === 0 ? 2000 : 20);
      const signal = round % 2 === 0 ? AbortSignal.timeout(2) : undefined;
      await pool.submit(work, { signal }).catch(() => {});
      region.release();
    };
    await run(0);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 50; round++) await run(round);
    expect(living.size).toBe(workers);
    expect(pool.allocatedBytes).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
    await pool.dispose();
    expect(living.size).toBe(0);
  });

  it('are all gone when each of 8 pools is disposed', async () => {
    const { spawn: counting, living } = countingSpawn();
    for (let round = 0; round < 8; round++) {
      const pool = await createWorkerPool({ threads: 2, shareMemory, spawn: counting });
      await pool.submit(endlessWork(pool).slice(0, 10));
      await pool.dispose();
    }
    expect(living.size).toBe(0);
  });
});

it('tells why a thread could not start', async () => {
  const failing: SpawnWorker = ({ onEnd }) => {
    queueMicrotask(() => onEnd(new Error('no thread today')));
    return { post: () => {}, setBusy: () => {}, terminate: async () => {} };
  };
  const failure = createWorkerPool({ threads: 2, spawn: failing });
  await expect(failure).rejects.toMatchObject({ code: 'E_WORKER' });
  await expect(failure).rejects.toThrow('no thread today');
});
