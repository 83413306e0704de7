import type { Heap } from '../compute/heap.ts';
import type { KernelSet } from '../compute/kernel-set.ts';
import { conversionTwins } from './conversion.ts';

/** Every kernel in plain TypeScript: what the compiled ones are tested against, and what runs where they cannot. */
export function twins(heap: Heap): KernelSet {
  return { ...conversionTwins(heap) };
}
