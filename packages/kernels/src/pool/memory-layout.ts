import { SCRATCH_BYTES } from '../compute/bind-kernels.ts';
import { KernelsError } from '../errors.ts';

const PAGE_BYTES = 65_536;

/** The constants of the compiled kernels lie below; the build checks it. */
const CONSTANTS_BYTES = PAGE_BYTES;
const LARGEST_PAGES = 65_536;

/** The scratch of one thread. */
export function scratchPointer(thread: number): number {
  return CONSTANTS_BYTES + thread * SCRATCH_BYTES;
}

/** The first byte behind the scratch of all threads. */
export function firstFreePointer(threads: number): number {
  return scratchPointer(threads);
}

/**
 * A memory that many threads can see, as small as possible and with as much room to grow as the platform grants.
 *
 * @throws {KernelsError} `E_MEMORY` - not even little can be had.
 */
export function createSharedMemory(threads: number): WebAssembly.Memory {
  const initial = firstFreePointer(threads) / PAGE_BYTES;
  for (let maximum = LARGEST_PAGES; maximum >= initial; maximum /= 4) {
    try {
      return new WebAssembly.Memory({ initial, maximum, shared: true });
    } catch {
      // Address space is scarce on small devices: ask for less.
    }
  }
  throw new KernelsError('E_MEMORY', 'expected memory for the kernels, got none');
}

/**
 * Grows a memory, if need be.
 *
 * @throws {KernelsError} `E_MEMORY` - it cannot grow that far.
 */
export function ensureByteLength(memory: WebAssembly.Memory, byteLength: number): void {
  const missing = byteLength - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    memory.grow(Math.ceil(missing / PAGE_BYTES));
  } catch (cause) {
    const megabytes = Math.ceil(byteLength / 2 ** 20);
    throw new KernelsError('E_MEMORY', `expected ${megabytes} MiB of memory, got no more than a part`, {
      cause,
    });
  }
}

/** Pages share memory only when they are cross-origin isolated; elsewhere the constructor is proof enough. */
export function canShareMemory(): boolean {
  const { crossOriginIsolated } = globalThis as { crossOriginIsolated?: boolean };
  return typeof SharedArrayBuffer === 'function' && crossOriginIsolated !== false;
}
