import type { KernelName, KernelSet } from './kernel-set.ts';

/** How many items there are, and how many of them a thread takes at a time. */
export interface Work {
  readonly total: number;
  /** Fixed by the caller, never by the number of threads, so that results do not depend on it. */
  readonly grain: number;
}

/** A call of a kernel over all its items, spread over the threads of a pool. */
export interface Command extends Work {
  readonly kernel: KernelName;
  readonly args: readonly number[];
}

/** The arguments of a kernel before the range of items. */
export type KernelArguments<K extends KernelName> =
  Parameters<KernelSet[K]> extends [...infer Leading extends number[], number, number] ? Leading : never;

export const MAX_ARGUMENTS = 27;

/**
 * A command for `WorkerPool.submit`.
 *
 * @param args - Numbers and pointers, as the kernel's declaration in `KernelSet` names them, without its last two.
 */
export function command<K extends KernelName>(kernel: K, work: Work, ...args: KernelArguments<K>): Command {
  return { kernel, args, ...work };
}

/** A command that one thread carries out alone. */
export function singleCommand<K extends KernelName>(kernel: K, ...args: KernelArguments<K>): Command {
  return command(kernel, { total: 1, grain: 1 }, ...args);
}
