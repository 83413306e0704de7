import { twins } from '../twins/twins.ts';
import { Heap } from './heap.ts';
import { KERNEL_NAMES, type KernelSet } from './kernel-set.ts';

/** A kernel as commands call it. */
export type BoundKernel = (...args: number[]) => void;

/** What a thread computes with: the compiled kernels, or where there is no SIMD their plain twins. */
export interface KernelSource {
  readonly module?: WebAssembly.Module | undefined;
  readonly memory: WebAssembly.Memory;
  /** Pointer to `SCRATCH_BYTES` that no other thread uses. */
  readonly scratch: number;
}

/** Per thread: room for the strips of a transform of 2,048 points, and more. */
export const SCRATCH_BYTES: number = 512 * 1024;

/** Every kernel in the order of `KERNEL_NAMES`, bound to a memory. */
export async function bindKernels(source: KernelSource): Promise<readonly BoundKernel[]> {
  const kernels = await kernelsOf(source);
  return KERNEL_NAMES.map((name) => kernels[name]);
}

/** Every kernel by name, bound to a memory. */
export async function kernelsOf({ module, memory, scratch }: KernelSource): Promise<KernelSet> {
  if (module === undefined) return twins(new Heap(memory));
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  (exports['setScratch'] as (pointer: number) => void)(scratch);
  return exports as unknown as KernelSet;
}
