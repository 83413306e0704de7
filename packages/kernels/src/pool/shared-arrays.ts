import type { PoolArray, PoolArrayType } from './worker-pool.ts';

/** Copies an array into a memory. */
export function copyIn(memory: WebAssembly.Memory, pointer: number, values: PoolArray): void {
  new Uint8Array(memory.buffer, pointer, values.byteLength).set(
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  );
}

const SLICE_BYTES = 2 ** 20;
const SLICE_MS = 8;

/** Copies an array into a memory, and lets the event loop run every 8 ms: untouched memory is slow to write. */
export async function copyInSlices(
  memory: WebAssembly.Memory,
  pointer: number,
  values: PoolArray,
): Promise<void> {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let sliceStart = performance.now();
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    if (performance.now() - sliceStart > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      sliceStart = performance.now();
    }
    copyIn(memory, pointer + start, bytes.subarray(start, start + SLICE_BYTES));
  }
}

/** A copy of an array in a memory, in a buffer of its own. */
export function copyOut<T extends PoolArray>(
  memory: WebAssembly.Memory,
  type: PoolArrayType<T>,
  pointer: number,
  length: number,
): T {
  const shared = viewOf(memory, type, pointer, length);
  const copy = new type(new ArrayBuffer(shared.byteLength), 0, length);
  copy.set(shared);
  return copy;
}

export function viewOf<T extends PoolArray>(
  memory: WebAssembly.Memory,
  type: PoolArrayType<T>,
  pointer: number,
  length: number,
): T {
  return new type(memory.buffer, pointer, length);
}
