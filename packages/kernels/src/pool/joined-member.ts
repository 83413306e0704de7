import { type BoundKernel, bindKernels } from '../compute/bind-kernels.ts';
import { JoinedBoard } from './joined-board.ts';
import { scratchPointer } from './memory-layout.ts';
import type { WorkerPort } from './spawned-worker.ts';
import type { TeamMessage } from './team-member.ts';
import { packError } from './transported-error.ts';

export interface JoinedMemberSetup {
  readonly role: 'joined';
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly kernelNames: readonly string[];
  readonly board: SharedArrayBuffer;
  readonly thread: number;
}

/** Works with a caller until it is dismissed; it sleeps when there is nothing to do for long, and reads no messages. */
export async function serveJoinedMember(setup: JoinedMemberSetup, port: WorkerPort): Promise<void> {
  const { module, memory, kernelNames, thread } = setup;
  const board = new JoinedBoard(setup.board);
  const tell = (message: TeamMessage) => port.post(message);
  let kernels: readonly BoundKernel[];
  try {
    kernels = await bindKernels({ module, memory, scratch: scratchPointer(thread) }, kernelNames);
  } catch (error) {
    tell({ type: 'failed', generation: 0, error: packError(error) });
    return;
  }
  tell({ type: 'ready' });
  for (let seen = board.awaitBatch(0); !board.isDismissed; seen = board.awaitBatch(seen)) {
    if (board.enter()) workTogether(board, kernels);
    board.leave();
  }
}

/** Works on the batch that is open until all of it is done, or has failed. */
export function workTogether(board: JoinedBoard, kernels: readonly BoundKernel[]): void {
  const { commandCount } = board;
  for (let index = 0; index < commandCount; index++) {
    const { kernel, total, grain, args } = board.command(index);
    const pieces = Math.ceil(total / grain);
    let done = 0;
    try {
      for (let piece = board.takePiece(index); piece < pieces; piece = board.takePiece(index)) {
        if (board.hasFailed) break;
        const begin = piece * grain;
        kernels[kernel]!(...args, begin, Math.min(begin + grain, total));
        done++;
      }
    } catch (error) {
      board.fail(error);
    }
    board.meet(index, done, pieces);
  }
}
