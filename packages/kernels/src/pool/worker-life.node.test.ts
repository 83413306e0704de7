import { describe, expect, it } from 'vitest';
import { type Command, command } from '../compute/command.ts';
import { createWorkerPool } from './create-worker-pool.ts';
import { spawn } from './spawn.node.ts';
import type { SpawnedWorker, SpawnWorker } from './spawned-worker.ts';
import type { Region, WorkerPool } from './worker-pool.ts';

interface CountingSpawn {
  readonly spawn: SpawnWorker;
  readonly living: ReadonlySet<SpawnedWorker>;
  /** What was said of the workers that have ended. */
  readonly endings: readonly string[];
  /** Says of the first worker that it has ended, as its platform would. */
  readonly loseFirst: () => void;
}

/** Starts workers as usual and knows which of them live. */
function countingSpawn(): CountingSpawn {
  const living = new Set<SpawnedWorker>();
  const endings: string[] = [];
  const losses: (() => void)[] = [];
  return {
    living,
    endings,
    loseFirst: () => losses[0]?.(),
    spawn: (events) => {
      const worker: SpawnedWorker = spawn({
        ...events,
        onEnd: (error) => {
          living.delete(worker);
          endings.push(error.message);
          events.onEnd(error);
        },
      });
      living.add(worker);
      losses.push(() => events.onEnd(new Error('killed')));
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
    const { spawn: counting, living, loseFirst } = countingSpawn();
    const pool = await createWorkerPool({ threads: 2, shareMemory, spawn: counting });
    const work = pool.submit(endlessWork(pool));
    setTimeout(loseFirst, 30);
    await expect(work).rejects.toMatchObject({ name: 'KernelsError', code: 'E_WORKER' });
    await expect(pool.submit([])).rejects.toMatchObject({ code: 'E_WORKER' });
    await pool.dispose();
    expect(living.size).toBe(0);
  });

  it('fail the work at hand when the pool is disposed, and leave by themselves', async () => {
    const { spawn: counting, endings } = countingSpawn();
    const pool = await createWorkerPool({ threads: 2, shareMemory, spawn: counting });
    const work = pool.submit(endlessWork(pool)).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await pool.dispose();
    expect(await work).toMatchObject({ code: 'E_WORKER' });
    expect(new Set(endings)).toEqual(new Set(['a thread ended with exit code 0']));
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

  it('are all gone when each of 3 pools is disposed', async () => {
    const { spawn: counting, living } = countingSpawn();
    for (let round = 0; round < 3; round++) {
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
    return { post: () => {}, setBusy: () => {}, end: async () => {} };
  };
  const failure = createWorkerPool({ threads: 2, spawn: failing });
  await expect(failure).rejects.toMatchObject({ code: 'E_WORKER' });
  await expect(failure).rejects.toThrow('no thread today');
});
