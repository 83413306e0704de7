import type { Command } from '../compute/command.ts';

/** An array that crosses between a program and the memory of a pool. */
export type PoolArray = Uint8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** The constructor of a typed array that lies in a pool's memory. */
export type PoolArrayType<T extends PoolArray> = new (
  buffer: ArrayBufferLike,
  byteOffset: number,
  length: number,
) => T;

/** The compiled kernels where WebAssembly has vectors, or always their plain TypeScript twins. */
export type KernelChoice = 'auto' | 'typescript';

/** When commands are given up, and who is told of their progress. */
export interface SubmitOptions {
  /** Aborted, the commands that have not begun are left out, those that have stop after their current items. */
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many items of `tracked` have been begun. */
  readonly onItems?: ((items: number) => void) | undefined;
  /** The command whose items are told; the first one when left out. */
  readonly tracked?: Command | undefined;
}

/** Memory that is given back at once. */
export interface Region {
  /**
   * Bytes at a multiple of 64, with any content.
   *
   * @throws {KernelsError} `E_MEMORY` - the memory cannot grow that far.
   */
  alloc(byteLength: number): number;
  release(): void;
}

/**
 * Threads that carry out kernels on one memory. Commands run one after the other; the items of each are dealt out to
 * all threads. Calls are queued, so that several computations can share a pool.
 */
export interface WorkerPool {
  /** How many threads compute. */
  readonly threads: number;
  /** Whether the threads and the caller see the same memory; without, arrays cross as messages. */
  readonly sharesMemory: boolean;
  /** Bytes of the pool's memory in use. */
  readonly allocatedBytes: number;
  region(): Region;
  /** Copies an array to a pointer. */
  write(pointer: number, values: PoolArray): Promise<void>;
  /** A copy of an array at a pointer. */
  read<T extends PoolArray>(type: PoolArrayType<T>, pointer: number, length: number): Promise<T>;
  /** An array at a pointer that changes with the memory, where it is shared. */
  view<T extends PoolArray>(type: PoolArrayType<T>, pointer: number, length: number): T | undefined;
  /**
   * Carries out commands in order.
   *
   * @throws the signal's reason, when aborted; memory may then hold anything.
   * @throws {KernelsError} `E_WORKER` - a thread has died, or the pool is disposed.
   * @throws what a kernel throws, whole.
   */
  submit(commands: readonly Command[], options?: SubmitOptions): Promise<void>;
  /** Ends the threads and frees the memory; what is pending is rejected. */
  dispose(): Promise<void>;
}
