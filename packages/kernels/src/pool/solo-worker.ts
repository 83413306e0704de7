import { type BoundKernel, bindKernels } from '../compute/bind-kernels.ts';
import type { Command } from '../compute/command.ts';
import { createSharedMemory, ensureByteLength, scratchPointer } from './memory-layout.ts';
import { runCommands } from './run-commands.ts';
import { copyIn, copyOut } from './shared-arrays.ts';
import type { WorkerPort } from './spawned-worker.ts';
import { packError, type TransportedError } from './transported-error.ts';

export interface SoloSetup {
  readonly role: 'solo';
  readonly id: number;
  readonly module: WebAssembly.Module | undefined;
}

interface Numbered {
  readonly id: number;
}

interface WorkRequest extends Numbered {
  /** How far the memory must reach. */
  readonly byteLength: number;
}

interface WriteRequest extends WorkRequest {
  readonly type: 'write';
  readonly pointer: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ReadRequest extends WorkRequest {
  readonly type: 'read';
  readonly pointer: number;
  readonly count: number;
}

interface SubmitRequest extends WorkRequest {
  readonly type: 'submit';
  readonly commands: readonly Command[];
}

interface AbortRequest extends Numbered {
  readonly type: 'abort';
}

/** What the caller's thread asks for, by number. */
export type SoloRequest = WriteRequest | ReadRequest | SubmitRequest | AbortRequest;

/** The last message of the caller's thread. */
export interface SoloOrder {
  readonly type: 'leave';
}

export type SoloMessage = Numbered &
  (
    | { readonly type: 'items'; readonly command: number; readonly items: number }
    | { readonly type: 'done'; readonly bytes?: Uint8Array<ArrayBuffer> }
    | { readonly type: 'failed'; readonly error: TransportedError }
  );

/** How long the worker computes before it looks for messages. */
const SLICE_MS = 30;

/** Works alone, on a memory of its own that it grows as requests demand. */
export function serveSolo(setup: SoloSetup, port: WorkerPort): void {
  const aborted = new Set<number>();
  let isLeaving = false;
  let memory: WebAssembly.Memory;
  let kernels: readonly BoundKernel[];
  let queue = answer(setup.id, start);
  port.listen((message) => {
    const request = message as SoloRequest | SoloSetup | SoloOrder;
    if ('role' in request) return;
    if (request.type === 'leave') leave();
    else if (request.type === 'abort') aborted.add(request.id);
    else queue = queue.then(() => answer(request.id, () => serve(request)));
  });

  function leave(): void {
    isLeaving = true;
    void queue.then(() => port.close());
  }

  async function start(): Promise<undefined> {
    memory = createSharedMemory(1);
    kernels = await bindKernels({ module: setup.module, memory, scratch: scratchPointer(0) });
  }

  async function serve(request: Exclude<SoloRequest, AbortRequest>): Promise<Uint8Array | undefined> {
    ensureByteLength(memory, request.byteLength);
    if (request.type === 'read')
      return copyOut<Uint8Array>(memory, Uint8Array, request.pointer, request.count);
    if (request.type === 'write') copyIn(memory, request.pointer, request.bytes);
    else await run(request);
    return undefined;
  }

  async function run({ id, commands }: SubmitRequest): Promise<void> {
    let sliceStart = performance.now();
    await runCommands(kernels, commands, async (command, items) => {
      if (performance.now() - sliceStart < SLICE_MS) return;
      port.post({ type: 'items', id, command: commands.indexOf(command), items } satisfies SoloMessage);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (isLeaving || aborted.has(id)) throw new Error('aborted');
      sliceStart = performance.now();
    });
  }

  async function answer(id: number, work: () => Promise<Uint8Array | undefined>): Promise<void> {
    try {
      const bytes = await work();
      port.post({ type: 'done', id, bytes }, bytes === undefined ? [] : [bytes.buffer as ArrayBuffer]);
    } catch (error) {
      port.post({ type: 'failed', id, error: packError(error) } satisfies SoloMessage);
    } finally {
      aborted.delete(id);
    }
  }
}
