import type { RandomOptions } from './random-options.ts';

/** Which random numbers an operation uses, apart from its other options. */
export function splitRandomOptions<Options extends RandomOptions>(
  options: Options,
): [random: RandomOptions, own: Omit<Options, keyof RandomOptions>] {
  const { seed, epoch, stream, firstIndex, indices, ...own } = options;
  return [{ seed, epoch, stream, firstIndex, indices }, own];
}
