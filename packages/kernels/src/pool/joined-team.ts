import { coreCount, spawn as spawnHere } from '#spawn';
import { bindKernels } from '../compute/bind-kernels.ts';
import { KernelsError } from '../errors.ts';
import { FreeList } from './free-list.ts';
import { createSharedMemory, ensureByteLength, firstFreePointer, scratchPointer } from './memory-layout.ts';
import type { SpawnWorker } from './spawned-worker.ts';
import { Team } from './team.ts';
import { BATCH_COMMANDS, type PostedCommand, TeamBoard } from './team-board.ts';
import { takePieces } from './team-member.ts';

export interface JoinedTeamOptions {
  /** Imports `env.memory`, exports the kernels and `setScratch(pointer)`; its constants end below byte 65,536. */
  readonly module: WebAssembly.Module;
  /** What the module exports, in the order in which commands number it. */
  readonly kernelNames: readonly string[];
  /** Threads to compute with, the caller's among them, `1..64`. @default as many as there are cores */
  readonly threads?: number | undefined;
  /** Starts a worker whose code calls `serveWorker`. @default the package's own worker */
  readonly spawn?: SpawnWorker | undefined;
}

/** Threads that work with the calling one, which does not wait for events but for them. */
export interface JoinedTeam {
  /** How many threads compute, the caller's among them. */
  readonly threads: number;
  readonly memory: WebAssembly.Memory;
  /** Bytes of the memory in use. */
  readonly allocatedBytes: number;
  /**
   * Bytes at a multiple of 64, with any content.
   *
   * @throws {KernelsError} `E_MEMORY` - the memory cannot grow that far.
   */
  alloc(byteLength: number): number;
  /** Gives back what `alloc` gave. */
  free(pointer: number): void;
  /**
   * Carries out commands in order, and returns when they are done.
   *
   * @throws {KernelsError} `E_WORKER` - a kernel has failed, or the team is disposed.
   */
  run(commands: readonly PostedCommand[]): void;
  /** Ends the threads. */
  dispose(): Promise<void>;
}

const MOST_THREADS = 64;

/**
 * Gathers threads that carry out the kernels of a module of the caller's, for programs that cannot await: the calling
 * thread takes its share of the work and then sleeps until the others are done. Not for the main thread of a page,
 * which may not sleep.
 *
 * @throws {KernelsError} `E_COUNT` - not such a number of threads; `E_MEMORY`; `E_WORKER` - a thread cannot start.
 */
export async function createJoinedTeam(options: JoinedTeamOptions): Promise<JoinedTeam> {
  const { module, kernelNames, spawn = spawnHere } = options;
  const { threads = Math.min(coreCount(), MOST_THREADS) } = options;
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    throw new KernelsError('E_COUNT', `threads: expected 1..${MOST_THREADS}, got ${threads}`);
  const memory = createSharedMemory(threads);
  const board = new TeamBoard();
  const kernels = await bindKernels({ module, memory, scratch: scratchPointer(0) }, kernelNames);
  const setup = { module, memory, threads, kernelNames, board, firstThread: 1, isQuiet: true };
  const team = threads === 1 ? undefined : await Team.gather(spawn, setup);
  const free = new FreeList(firstFreePointer(threads));

  function runTogether(batch: readonly PostedCommand[]): void {
    let failure: KernelsError | undefined;
    const generation = board.post(batch);
    for (let index = 0; index < batch.length; index++) {
      try {
        takePieces(board, kernels, generation, index);
      } catch (cause) {
        failure = new KernelsError('E_WORKER', 'a kernel has failed', { cause });
        board.fail();
      }
      board.meet(generation, index, threads);
    }
    if (failure !== undefined) throw failure;
    if (board.hasFailed) throw new KernelsError('E_WORKER', 'a kernel has failed on another thread');
  }

  function runAlone({ kernel, total, args }: PostedCommand): void {
    kernels[kernel]!(...args, 0, total);
  }

  return {
    threads,
    memory,
    get allocatedBytes() {
      return free.usedBytes;
    },
    alloc(byteLength) {
      const pointer = free.take(byteLength);
      try {
        ensureByteLength(memory, free.end);
      } catch (error) {
        free.giveBack(pointer);
        throw error;
      }
      return pointer;
    },
    free: (pointer) => free.giveBack(pointer),
    run(commands) {
      if (board.isDismissed) throw new KernelsError('E_WORKER', 'the team is disposed');
      if (team === undefined || commands.every(isSinglePiece)) commands.forEach(runAlone);
      else
        for (let start = 0; start < commands.length; start += BATCH_COMMANDS)
          runTogether(commands.slice(start, start + BATCH_COMMANDS));
    },
    dispose: async () => {
      board.dismiss();
      await team?.dismiss();
    },
  };
}

function isSinglePiece({ total, grain }: PostedCommand): boolean {
  return total <= grain;
}
