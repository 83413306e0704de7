import type { Command } from '../compute/command.ts';
import { createSharedMemory, ensureByteLength, firstFreePointer } from './memory-layout.ts';
import { createRegions } from './regions.ts';
import { copyInSlices, copyOut, viewOf } from './shared-arrays.ts';
import type { SpawnWorker } from './spawned-worker.ts';
import { Team } from './team.ts';
import { BATCH_COMMANDS, TeamBoard } from './team-board.ts';
import { createTurns } from './turns.ts';
import type { SubmitOptions, WorkerPool } from './worker-pool.ts';

const PROGRESS_MS = 50;

/** Threads that share one memory with the caller. */
export async function createTeamPool(
  spawn: SpawnWorker,
  threads: number,
  module: WebAssembly.Module | undefined,
): Promise<WorkerPool> {
  const memory = createSharedMemory(threads);
  const board = new TeamBoard();
  const setup = { role: 'member', module, memory, threads, board: board.buffer } as const;
  const members = Array.from({ length: threads }, (_, thread) => ({ ...setup, thread }));
  const team = await Team.gather(spawn, { board, members });
  const regions = createRegions(firstFreePointer(threads), (byteLength) =>
    ensureByteLength(memory, byteLength),
  );
  const turns = createTurns();
  team.onEnd((reason) => turns.end(reason));

  async function runBatch(batch: readonly Command[], options: SubmitOptions): Promise<void> {
    const { signal, onItems, tracked = batch[0] } = options;
    signal?.throwIfAborted();
    const generation = board.post(batch);
    const abort = () => board.abort();
    signal?.addEventListener('abort', abort, { once: true });
    const watch = watchItems(board, generation, batch.indexOf(tracked!), batch, onItems);
    try {
      await team.whenDone(generation);
    } finally {
      signal?.removeEventListener('abort', abort);
      watch.end();
    }
    signal?.throwIfAborted();
  }

  return {
    threads,
    sharesMemory: true,
    get allocatedBytes() {
      return regions.usedBytes;
    },
    region: () => regions.open(),
    write: (pointer, values) => copyInSlices(memory, pointer, values),
    read: async (type, pointer, length) => copyOut(memory, type, pointer, length),
    view: (type, pointer, length) => viewOf(memory, type, pointer, length),
    submit: (commands, options = {}) =>
      turns.take(async () => {
        for (let start = 0; start < commands.length; start += BATCH_COMMANDS)
          await runBatch(commands.slice(start, start + BATCH_COMMANDS), options);
      }),
    dispose: async () => {
      turns.end();
      await team.dismiss();
    },
  };
}

/** Tells at regular times how many items are taken. What telling throws aborts the batch, and is thrown at the end. */
function watchItems(
  board: TeamBoard,
  generation: number,
  index: number,
  batch: readonly Command[],
  tell: SubmitOptions['onItems'],
): { end(): void } {
  const tracked = batch[index];
  if (tell === undefined || tracked === undefined) return { end: () => {} };
  let trouble: { readonly thrown: unknown } | undefined;
  const timer = setInterval(() => {
    try {
      tell(Math.min(tracked.total, board.piecesTaken(generation, index) * tracked.grain));
    } catch (thrown) {
      trouble ??= { thrown };
      board.abort();
    }
  }, PROGRESS_MS);
  return {
    end() {
      clearInterval(timer);
      if (trouble !== undefined) throw trouble.thrown;
    },
  };
}
