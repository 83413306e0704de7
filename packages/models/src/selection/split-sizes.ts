import { ModelsError } from '../errors.ts';

/** A number of samples, or a share of all of them. */
export type SplitSize = { readonly count: number } | { readonly fraction: number };

/** How many samples are learned from, and how many tested on. */
export interface SplitSizes {
  readonly train: number;
  readonly test: number;
}

/**
 * Both sizes; a fraction is rounded down for the train and up for the test samples.
 *
 * @throws {ModelsError} `E_OPTION` - a size is not within the samples, or both together are not.
 */
export function splitSizes(
  sampleCount: number,
  trainSize: SplitSize | undefined,
  testSize: SplitSize | undefined,
): SplitSizes {
  const isDefault = trainSize === undefined && testSize === undefined;
  const test = countOf('testSize', isDefault ? { fraction: 0.25 } : testSize, sampleCount, Math.ceil);
  const train = countOf('trainSize', trainSize, sampleCount, Math.floor);
  const sizes = {
    train: train ?? sampleCount - (test ?? 0),
    test: test ?? sampleCount - (train ?? 0),
  };
  if (sizes.train < 1 || sizes.test < 1 || sizes.train + sizes.test > sampleCount)
    throw new ModelsError(
      'E_OPTION',
      `trainSize and testSize: expected at least one sample each, ${sampleCount} in all, got ${sizes.train} and ${sizes.test}`,
    );
  return sizes;
}

function countOf(
  name: string,
  size: SplitSize | undefined,
  sampleCount: number,
  round: (value: number) => number,
): number | undefined {
  if (size === undefined) return undefined;
  if ('count' in size) {
    if (Number.isSafeInteger(size.count) && size.count > 0 && size.count < sampleCount) return size.count;
    throw new ModelsError(
      'E_OPTION',
      `${name}.count: expected a whole number in 1..${sampleCount - 1}, got ${size.count}`,
    );
  }
  if (size.fraction > 0 && size.fraction < 1) return round(size.fraction * sampleCount);
  throw new ModelsError('E_OPTION', `${name}.fraction: expected a number > 0 and < 1, got ${size.fraction}`);
}
