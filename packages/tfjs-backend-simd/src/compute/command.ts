import type { PostedCommand } from '@fashion-mnist/kernels';
import { SIMD_FUNCTION_NAMES, type SimdFunctionName, type SimdFunctions } from './simd-functions.ts';

/** How many items there are, and how many of them a thread takes at a time; fixed by sizes, never by threads. */
export interface Work {
  readonly total: number;
  readonly grain: number;
}

/** The arguments of a function before the range of items. */
export type SimdArguments<F extends SimdFunctionName> =
  Parameters<SimdFunctions[F]> extends [...infer Leading extends number[], number, number] ? Leading : never;

const NUMBERS = new Map(SIMD_FUNCTION_NAMES.map((name, index) => [name, index]));

/** A call of a function of the module over all its items, for `SimdBackend.run`. */
export function command<F extends SimdFunctionName>(
  name: F,
  { total, grain }: Work,
  ...args: SimdArguments<F>
): PostedCommand {
  return { kernel: NUMBERS.get(name) as number, total, grain, args };
}
