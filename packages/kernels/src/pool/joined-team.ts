import { spawn as spawnHere } from '#spawn';
import { type BoundKernel, bindKernels } from '../compute/bind-kernels.ts';
import { KernelsError } from '../errors.ts';
import { FreeList } from './free-list.ts';
import { BATCH_COMMANDS, JoinedBoard, type PostedCommand } from './joined-board.ts';
import { type JoinedMemberSetup, workTogether } from './joined-member.ts';
import {
  canShareMemory,
  createSharedMemory,
  ensureByteLength,
  firstFreePointer,
  scratchPointer,
} from './memory-layout.ts';
import { requireThreads } from './require-threads.ts';
import type { SpawnWorker } from './spawned-worker.ts';
import { Team } from './team.ts';

/** What a team of threads computes with: a WebAssembly module of the caller's, and how many of them. */
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
   * Carries out commands in order, and returns when they are done. A command of a single piece stays on this thread.
   *
   * @throws {KernelsError} `E_WORKER` - a kernel has failed, on whatever thread (the cause says how), or the team is
   *   disposed.
   */
  run(commands: readonly PostedCommand[]): void;
  /** Ends the threads. */
  dispose(): Promise<void>;
}

/** A caller without others, or what it shares with them. */
interface Company {
  readonly board: JoinedBoard;
  readonly team: Team;
}

/**
 * Gathers threads that carry out the kernels of a module of the caller's, for programs that cannot await: the calling
 * thread takes its share of the work and then waits until the others are done.
 *
 * @throws {KernelsError} `E_COUNT` - not such a number of threads; `E_MEMORY`; `E_WORKER` - a thread cannot start.
 * @remarks Results are the same bytes for any number of threads. A page that is not cross-origin isolated gets one
 *   thread. The main thread of a page may not sleep, so there it looks all the time whether the others are done.
 */
export async function createJoinedTeam(options: JoinedTeamOptions): Promise<JoinedTeam> {
  const { module, kernelNames, spawn = spawnHere } = options;
  const wanted = requireThreads(options.threads);
  const threads = canShareMemory() ? wanted : 1;
  const memory = createSharedMemory(threads);
  const kernels = await bindKernels({ module, memory, scratch: scratchPointer(0) }, kernelNames);
  const company = threads === 1 ? undefined : await gather();
  const free = new FreeList(firstFreePointer(threads));
  let end: { readonly reason: unknown } | undefined;
  company?.team.onEnd((reason) => {
    end = { reason };
  });

  async function gather(): Promise<Company> {
    const board = new JoinedBoard();
    const setup = { role: 'joined', module, memory, kernelNames, board: board.buffer } as const;
    const members = Array.from({ length: threads - 1 }, (_, index): JoinedMemberSetup => {
      return { ...setup, thread: index + 1 };
    });
    return { board, team: await Team.gather(spawn, { board, members }) };
  }

  function runBatch(batch: readonly PostedCommand[]): void {
    const cause =
      company === undefined || batch.every(isSinglePiece) ? runAlone(kernels, batch) : runWith(company);
    if (cause !== undefined)
      throw new KernelsError('E_WORKER', `a kernel has failed: ${cause.message}`, { cause });

    function runWith({ board }: Company): Error | undefined {
      board.open(batch);
      workTogether(board, kernels);
      return board.close();
    }
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
      if (end !== undefined) throw new KernelsError('E_WORKER', 'the team has ended', { cause: end.reason });
      for (let start = 0; start < commands.length; start += BATCH_COMMANDS)
        runBatch(commands.slice(start, start + BATCH_COMMANDS));
    },
    async dispose() {
      end ??= { reason: new KernelsError('E_WORKER', 'the team is disposed') };
      await company?.team.dismiss(end.reason);
    },
  };
}

/** In the same pieces as many threads would, so that results are the same. */
function runAlone(kernels: readonly BoundKernel[], commands: readonly PostedCommand[]): Error | undefined {
  try {
    for (const { kernel, total, grain, args } of commands)
      for (let begin = 0; begin < total; begin += grain)
        kernels[kernel]!(...args, begin, Math.min(begin + grain, total));
  } catch (error) {
    return error as Error;
  }
  return undefined;
}

function isSinglePiece({ total, grain }: PostedCommand): boolean {
  return total <= grain;
}
