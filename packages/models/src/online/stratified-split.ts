import type { Rng } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import type { EncodedLabels } from '../samples/encode-labels.ts';

/** Samples to learn from and samples to judge by, ascending. */
export interface Split {
  readonly training: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Keeps a share of the samples for validation, about the same share of every class.
 *
 * @throws {ModelsError} `E_LABELS` - a class has one sample only, or one of the parts would have fewer samples than there are classes.
 * @see sklearn.model_selection.StratifiedShuffleSplit
 */
export function stratifiedSplit(
  estimator: string,
  { classes, codes }: EncodedLabels,
  validationFraction: number,
  rng: Rng,
): Split {
  const counts = Array.from(classes, () => 0);
  for (const code of codes) counts[code]!++;
  const validationCount = Math.ceil(validationFraction * codes.length);
  const trainingCount = codes.length - validationCount;
  if (Math.min(...counts) < 2 || Math.min(validationCount, trainingCount) < classes.length)
    throw new ModelsError(
      'E_LABELS',
      `${estimator}.earlyStopping: expected two samples of each class, and as many of both parts as there are classes, got ${trainingCount} for learning and ${validationCount} for validation`,
    );
  const trainingShares = apportion(counts, trainingCount);
  const left = counts.map((count, code) => count - trainingShares[code]!);
  const shares = apportion(left, validationCount);
  const isValidation = new Uint8Array(codes.length);
  for (const sample of rng.permutation(codes.length)) {
    const code = codes[sample]!;
    const share = shares[code]!;
    if (share === 0) continue;
    shares[code] = share - 1;
    isValidation[sample] = 1;
  }
  const all = Int32Array.from(codes.keys());
  return {
    training: all.filter((sample) => isValidation[sample] === 0),
    validation: all.filter((sample) => isValidation[sample] === 1),
  };
}

/** Divides `total` in proportion to the counts by the largest remainders; of equal ones the first. */
function apportion(counts: readonly number[], total: number): number[] {
  const sum = counts.reduce((a, b) => a + b, 0);
  const exact = counts.map((count) => (count / sum) * total);
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, code) => ({ code, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.code - b.code);
  for (const { code } of byRemainder.slice(0, missing)) shares[code]!++;
  return shares;
}
