import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { spawn as spawnHere } from '#spawn';
import { compileKernels } from '../compute/compile-kernels.ts';
import { KERNEL_NAMES } from '../compute/kernel-set.ts';
import type { PostedCommand } from './joined-board.ts';
import { createJoinedTeam, type JoinedTeam, type JoinedTeamOptions } from './joined-team.ts';
import type { SpawnWorker } from './spawned-worker.ts';

async function gather(options: Partial<JoinedTeamOptions> = {}): Promise<JoinedTeam> {
  const team = await createJoinedTeam({
    module: await compileKernels(),
    kernelNames: KERNEL_NAMES,
    ...options,
  });
  onTestFinished(() => team.dispose());
  return team;
}

/** Multiplies bytes and leaves float32. */
function scaleBytes(from: number, to: number, factor: number, total: number, grain: number): PostedCommand {
  return { kernel: KERNEL_NAMES.indexOf('scaleBytes'), total, grain, args: [from, to, factor] };
}

/** All bytes of a memory that three commands in a row leave, the last of which writes over what the first wrote. */
function scaled(team: JoinedTeam, total: number, grain: number): Float32Array {
  const [from, to] = [team.alloc(total), team.alloc(total * 4)];
  const bytes = Uint8Array.from({ length: total }, (_, index) => (index * 31) % 251);
  new Uint8Array(team.memory.buffer, from, total).set(bytes);
  team.run([
    scaleBytes(from, to, 3, total, grain),
    scaleBytes(to, from, 0.5, total / 4, grain),
    scaleBytes(from, to, 0.25, total, grain),
  ]);
  const result = new Float32Array(team.memory.buffer, to, total).slice();
  team.free(from);
  team.free(to);
  return result;
}

/** Workers that say that they are ready, and never wake up. */
const spawnSleepers: SpawnWorker = ({ onMessage }) => ({
  post: () => queueMicrotask(() => onMessage({ type: 'ready' })),
  setBusy: () => {},
  end: async () => {},
});

describe('a joined team', () => {
  it('leaves the same bytes with any number of threads', async () => {
    const alone = await gather({ threads: 1 });
    for (const threads of [2, 3, 4]) {
      const team = await gather({ threads });
      expect(team.threads).toBe(threads);
      for (const [total, grain] of [
        [4, 1],
        [100_000, 999],
        [1_000_000, 50_000],
      ] as const)
        expect(scaled(team, total, grain)).toEqual(scaled(alone, total, grain));
    }
  });

  it('carries out thousands of small calls, and more commands than a batch holds, in order', async () => {
    const team = await gather({ threads: 3 });
    const [from, to] = [team.alloc(64), team.alloc(256)];
    new Uint8Array(team.memory.buffer, from, 64).fill(1);
    const last = new Float32Array(team.memory.buffer, to, 64);
    for (let call = 0; call < 3000; call++) {
      team.run([scaleBytes(from, to, call, 64, 8)]);
      expect(last[63]).toBe(call);
    }
    team.run(Array.from({ length: 333 }, (_, index) => scaleBytes(from, to, index, 64, 8)));
    expect(last).toEqual(new Float32Array(64).fill(332));
  });

  it('works on memory that has grown since its threads began', async () => {
    const team = await gather({ threads: 2 });
    const before = team.memory.buffer.byteLength;
    const filler = team.alloc(before);
    expect(scaled(team, 400_000, 1000)).toEqual(scaled(await gather({ threads: 1 }), 400_000, 1000));
    expect(team.memory.buffer.byteLength).toBeGreaterThan(before);
    team.free(filler);
    expect(team.allocatedBytes).toBe(0);
  });

  it('refuses memory that cannot be had, and keeps what it has', async () => {
    const team = await gather({ threads: 1 });
    expect(() => team.alloc(2 ** 33)).toThrow(expect.objectContaining({ code: 'E_MEMORY' }));
    expect(team.allocatedBytes).toBe(0);
  });

  it.each([1, 2, 4])('fails with what a kernel threw, on %i threads, and goes on', async (threads) => {
    const team = await gather({ threads });
    const total = 4_000_000;
    const to = team.alloc(total * 4);
    const { byteLength } = team.memory.buffer;
    for (let round = 0; round < 20; round++) {
      const beyond = scaleBytes(byteLength - total / 2, to, 1, total, total / 2);
      expect(() => team.run([beyond, scaleBytes(0, to, 1, 100, 10)])).toThrow(
        expect.objectContaining({
          name: 'KernelsError',
          code: 'E_WORKER',
          cause: expect.any(WebAssembly.RuntimeError),
        }),
      );
      team.run([scaleBytes(0, to, 1, 1000, 10)]);
    }
  });
});

describe('the threads of a joined team', () => {
  it('hold nobody up when they do not wake', async () => {
    const team = await gather({ threads: 3, spawn: spawnSleepers });
    expect(scaled(team, 100_000, 999)).toEqual(scaled(await gather({ threads: 1 }), 100_000, 999));
  });

  it('refuses work once it is disposed, and its threads are gone', async () => {
    let ended = 0;
    const team = await gather({
      threads: 3,
      spawn: (events) => {
        const worker = spawnHere(events);
        return {
          ...worker,
          end: async () => {
            await worker.end();
            ended++;
          },
        };
      },
    });
    scaled(team, 100_000, 999);
    await team.dispose();
    expect(ended).toBeGreaterThanOrEqual(2);
    expect(() => team.run([])).toThrow(expect.objectContaining({ code: 'E_WORKER' }));
    await team.dispose();
  });

  it('is one thread where memory cannot be shared', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    onTestFinished(() => void vi.unstubAllGlobals());
    const team = await gather({ threads: 4 });
    expect(team.threads).toBe(1);
    const [from, to] = [team.alloc(4), team.alloc(16)];
    new Uint8Array(team.memory.buffer, from, 4).set([1, 2, 3, 4]);
    team.run([scaleBytes(from, to, 0.5, 4, 1)]);
    expect(new Float32Array(team.memory.buffer, to, 4)).toEqual(Float32Array.of(0.5, 1, 1.5, 2));
  });

  it.each([0, -1, 1.5, 65, Number.NaN])('refuses %s threads', async (threads) => {
    await expect(gather({ threads })).rejects.toMatchObject({ code: 'E_COUNT' });
  });

  it('tells which kernel its module lacks', async () => {
    await expect(gather({ threads: 2, kernelNames: ['absent'] })).rejects.toThrow('no kernel absent');
  });

  it('tells why a thread could not start', async () => {
    const spawn: SpawnWorker = ({ onEnd }) => {
      queueMicrotask(() => onEnd(new Error('no thread today')));
      return { post: () => {}, setBusy: () => {}, end: async () => {} };
    };
    await expect(gather({ threads: 2, spawn })).rejects.toThrow('no thread today');
  });
});
