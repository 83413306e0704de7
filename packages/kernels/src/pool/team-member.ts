import { type BoundKernel, bindKernels } from '../compute/bind-kernels.ts';
import { scratchPointer } from './memory-layout.ts';
import type { WorkerPort } from './spawned-worker.ts';
import { TeamBoard } from './team-board.ts';
import { packError, type TransportedError } from './transported-error.ts';

export interface TeamMemberSetup {
  readonly role: 'member';
  readonly module: WebAssembly.Module | undefined;
  readonly memory: WebAssembly.Memory;
  readonly board: SharedArrayBuffer;
  readonly thread: number;
  readonly threads: number;
}

/** What a member tells the caller's thread. */
export type TeamMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly generation: number }
  | { readonly type: 'failed'; readonly generation: number; readonly error: TransportedError };

/** Works for a team until it is dismissed; it sleeps between batches, and reads no more messages. */
export async function serveTeamMember(setup: TeamMemberSetup, port: WorkerPort): Promise<void> {
  const { module, memory, thread, threads } = setup;
  const board = new TeamBoard(setup.board);
  const tell = (message: TeamMessage) => port.post(message);
  let kernels: readonly BoundKernel[];
  try {
    kernels = await bindKernels({ module, memory, scratch: scratchPointer(thread) });
  } catch (error) {
    tell({ type: 'failed', generation: 0, error: packError(error) });
    return;
  }
  tell({ type: 'ready' });
  for (let generation = 0; !board.isDismissed; ) {
    generation = board.awaitBatch(generation);
    const { commandCount } = board;
    for (let index = 0; index < commandCount; index++) {
      try {
        runPieces(board, kernels, generation, index);
      } catch (error) {
        tell({ type: 'failed', generation, error: packError(error) });
        board.fail();
      }
      const isLast = board.meet(generation, index, threads);
      if (isLast && index === commandCount - 1) tell({ type: 'done', generation });
    }
  }
}

function runPieces(
  board: TeamBoard,
  kernels: readonly BoundKernel[],
  generation: number,
  index: number,
): void {
  const { kernel, total, grain, args } = board.command(generation, index);
  const run = kernels[kernel]!;
  while (!board.isStopped) {
    const begin = board.takePiece(generation, index) * grain;
    if (begin >= total) return;
    run(...args, begin, Math.min(begin + grain, total));
  }
}
