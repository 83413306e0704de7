import type { RandomOptions } from './random-options.ts';

/** Options of an operation, without those that name the random numbers of its images. */
export type OwnOptions<Options> = Omit<Options, keyof RandomOptions>;

/** Parts what names the random numbers of images from the options of the operation itself. */
export function splitRandomOptions<Options extends RandomOptions>({
  seed,
  epoch,
  stream,
  firstIndex,
  indices,
  ...own
}: Options): { readonly random: RandomOptions; readonly own: OwnOptions<Options> } {
  return { random: { seed, epoch, stream, firstIndex, indices }, own };
}
