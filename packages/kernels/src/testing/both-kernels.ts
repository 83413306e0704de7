import { kernelsOf } from '../compute/bind-kernels.ts';
import { compileKernels } from '../compute/compile-kernels.ts';
import { Heap } from '../compute/heap.ts';
import type { KernelSet } from '../compute/kernel-set.ts';
import {
  createSharedMemory,
  ensureByteLength,
  firstFreePointer,
  scratchPointer,
} from '../pool/memory-layout.ts';

/** Kernels with a memory of their own. */
export interface KernelsUnderTest {
  readonly kernels: KernelSet;
  readonly heap: Heap;
}

/** The compiled kernels and their twins, each with 16 MiB of memory from `FREE_POINTER` on. */
export async function bothKernels(): Promise<{ compiled: KernelsUnderTest; twin: KernelsUnderTest }> {
  const [compiled, twin] = await Promise.all([withMemory(await compileKernels()), withMemory(undefined)]);
  return { compiled, twin };
}

/** The first byte that a test may use. */
export const FREE_POINTER: number = firstFreePointer(1);

async function withMemory(module: WebAssembly.Module | undefined): Promise<KernelsUnderTest> {
  const memory = createSharedMemory(1);
  ensureByteLength(memory, FREE_POINTER + 2 ** 24);
  const kernels = await kernelsOf({ module, memory, scratch: scratchPointer(0) });
  return { kernels, heap: new Heap(memory) };
}
