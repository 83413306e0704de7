import { createCheckpoint } from '@fashion-mnist/core';
import { bindKernels } from '../compute/bind-kernels.ts';
import { compileKernels } from '../compute/compile-kernels.ts';
import { supportsSimd } from '../compute/simd-support.ts';
import { createSharedMemory, ensureByteLength, firstFreePointer, scratchPointer } from './memory-layout.ts';
import { createRegions } from './regions.ts';
import { runCommands } from './run-commands.ts';
import { copyIn, copyOut, viewOf } from './shared-arrays.ts';
import { createTurns } from './turns.ts';
import type { KernelChoice, WorkerPool } from './worker-pool.ts';

/** What `createInlinePool` computes with. */
export interface InlinePoolOptions {
  /** @default 'auto' */
  readonly kernels?: KernelChoice | undefined;
}

/**
 * A pool without threads: the caller's own thread does the work, and lets its event loop run every 40 ms. For work so
 * small that starting threads would take longer, and for where there are none.
 *
 * @throws {KernelsError} `E_MEMORY`.
 */
export async function createInlinePool({
  kernels: choice = 'auto',
}: InlinePoolOptions = {}): Promise<WorkerPool> {
  const memory = createSharedMemory(1);
  const module = choice === 'auto' && supportsSimd() ? await compileKernels() : undefined;
  const kernels = await bindKernels({ module, memory, scratch: scratchPointer(0) });
  const regions = createRegions(firstFreePointer(1), (byteLength) => ensureByteLength(memory, byteLength));
  const turns = createTurns();
  const pause = createCheckpoint();

  return {
    threads: 1,
    sharesMemory: true,
    get allocatedBytes() {
      return regions.usedBytes;
    },
    region: () => regions.open(),
    write: async (pointer, values) => copyIn(memory, pointer, values),
    read: async (type, pointer, length) => copyOut(memory, type, pointer, length),
    view: (type, pointer, length) => viewOf(memory, type, pointer, length),
    submit: (commands, { signal, onItems, tracked = commands[0] } = {}) =>
      turns.take(async () => {
        signal?.throwIfAborted();
        await runCommands(kernels, commands, async (command, begun) => {
          if (command === tracked) onItems?.(begun);
          await pause();
          signal?.throwIfAborted();
        });
      }),
    dispose: async () => turns.end(),
  };
}
