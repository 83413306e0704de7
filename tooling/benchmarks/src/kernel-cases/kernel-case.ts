import type { Command, KernelName, Work } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';

/** How many images the cases may take their pixels from. */
export const CASE_IMAGES = 6000;

/** A kernel at work on as much as it gets in earnest, as far as its twin ends in less than a second. */
export interface KernelCase {
  /** For example `1,000 x 784 bytes`. */
  readonly size: string;
  /** Allocates and fills what the kernel works on. */
  place(arena: Arena): Promise<Command>;
}

/** A kernel that has no figure, and why. */
interface UnmeasuredKernel {
  readonly reason: string;
}

/** Cases by the names of their kernels, one for each. */
export type CasesOf<Name extends KernelName> = Readonly<Record<Name, KernelCase | UnmeasuredKernel>>;

/** All items in one piece. */
export function inOnePiece(total: number): Work {
  return { total, grain: total };
}
