import { bothKernels, FREE_POINTER, type KernelsUnderTest } from './both-kernels.ts';

const { compiled, twin } = await bothKernels();

/** What the same work leaves behind when compiled kernels do it, and when their twins do. */
export function onBoth<T>(work: (under: KernelsUnderTest, alloc: (byteLength: number) => number) => T): {
  readonly compiled: T;
  readonly twin: T;
} {
  return { compiled: inEmptyMemory(compiled, work), twin: inEmptyMemory(twin, work) };
}

/** Memory that holds anything but zeros, so that reading what nobody has written shows. */
function inEmptyMemory<T>(
  under: KernelsUnderTest,
  work: (under: KernelsUnderTest, alloc: (byteLength: number) => number) => T,
): T {
  let next = FREE_POINTER;
  return work(under, (byteLength) => {
    const pointer = next;
    next += Math.ceil((byteLength + 1) / 64) * 64;
    under.heap.u8.fill(0x5a, pointer, next);
    return pointer;
  });
}
