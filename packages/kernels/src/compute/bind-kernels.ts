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

/** Every kernel in the order of the names, bound to a memory. @param names - Those of `module`, where it is another one. */
export async function bindKernels(
  source: KernelSource,
  names: readonly string[] = KERNEL_NAMES,
): Promise<readonly BoundKernel[]> {
  const kernels: Partial<Record<string, BoundKernel>> = { ...(await kernelsOf(source)) };
  return names.map((name) => requireKernel(name, kernels[name]));
}

function requireKernel(name: string, kernel: BoundKernel | undefined): BoundKernel {
  if (kernel === undefined) throw new RangeError(`the module has no kernel ${name}`);
  return kernel;
}

/** Every kernel by name, bound to a memory. */
export async function kernelsOf({ module, memory, scratch }: KernelSource): Promise<KernelSet> {
  if (module === undefined) return twins(new Heap(memory));
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  (exports['setScratch'] as (pointer: number) => void)(scratch);
  return exports as unknown as KernelSet;
}
