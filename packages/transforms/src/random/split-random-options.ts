import { requireOptions } from '../options/resolve-options.ts';
import type { RandomOptions } from './random-options.ts';

/** Options of an operation, without those that name the random numbers of its images. */
export type OwnOptions<Options> = Omit<Options, keyof RandomOptions>;

/**
 * Parts what names the random numbers of images from the options of the operation itself.
 *
 * @throws {TransformError} `E_OPTION` - they are nothing that has options.
 */
export function splitRandomOptions<Options extends RandomOptions>(
  options: Options,
): { readonly random: RandomOptions; readonly own: OwnOptions<Options> } {
  requireOptions('options', options);
  const { seed, epoch, stream, firstIndex, indices, ...own } = options;
  return { random: { seed, epoch, stream, firstIndex, indices }, own };
}
