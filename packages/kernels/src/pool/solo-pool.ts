import type { Command } from '../compute/command.ts';
import { firstFreePointer } from './memory-layout.ts';
import { createRegions } from './regions.ts';
import { SoloLink } from './solo-link.ts';
import type { SpawnWorker } from './spawned-worker.ts';
import { createTurns } from './turns.ts';
import type { PoolArray, PoolArrayType, SubmitOptions, WorkerPool } from './worker-pool.ts';

/** One thread with a memory of its own, for pages that may not share memory: arrays cross as messages. */
export async function createSoloPool(
  spawn: SpawnWorker,
  module: WebAssembly.Module | undefined,
): Promise<WorkerPool> {
  const link = await SoloLink.open(spawn, module);
  const turns = createTurns();
  let byteLength = firstFreePointer(1);
  const regions = createRegions(byteLength, (reach) => {
    byteLength = Math.max(byteLength, reach);
  });

  return {
    threads: 1,
    sharesMemory: false,
    get allocatedBytes() {
      return regions.usedBytes;
    },
    region: () => regions.open(),
    async write(pointer, values) {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
      await link.ask({ type: 'write', byteLength, pointer, bytes }).answer;
    },
    async read<T extends PoolArray>(type: PoolArrayType<T>, pointer: number, length: number): Promise<T> {
      const count = length * new type(new ArrayBuffer(0), 0, 0).BYTES_PER_ELEMENT;
      const bytes = await link.ask({ type: 'read', byteLength, pointer, count }).answer;
      return new type(bytes!.buffer, 0, length);
    },
    view: () => undefined,
    submit: (commands, options = {}) => turns.take(() => submit(link, byteLength, commands, options)),
    async dispose() {
      turns.end();
      await link.close();
    },
  };
}

async function submit(
  link: SoloLink,
  byteLength: number,
  commands: readonly Command[],
  { signal, onItems, tracked = commands[0] }: SubmitOptions,
): Promise<void> {
  signal?.throwIfAborted();
  let trouble: { readonly thrown: unknown } | undefined;
  const trackedIndex = tracked === undefined ? 0 : commands.indexOf(tracked);
  const { id, answer } = link.ask({ type: 'submit', byteLength, commands }, (command, items) => {
    try {
      if (command === trackedIndex) onItems?.(items);
      else onItems?.(command < trackedIndex ? 0 : (tracked?.total ?? 0));
    } catch (thrown) {
      trouble ??= { thrown };
      abort();
    }
  });
  const abort = () => link.abort(id);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await answer;
  } catch (error) {
    signal?.throwIfAborted();
    throw trouble === undefined ? error : trouble.thrown;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
