import type { Rng } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import { NAME } from './mlp-options.ts';

/** Positions of samples to learn from, and of those kept aside. */
export interface ValidationSplit {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Keeps a random share of the samples aside. Of two classes, each has its share among them, as in scikit-learn.
 *
 * @throws {ModelsError} `E_SHAPE` - too few samples for both parts; `E_LABELS` - one of two classes has one sample only.
 */
export function splitValidation(
  rng: Rng,
  codes: Int32Array,
  classCount: number,
  fraction: number,
): ValidationSplit {
  const validationCount = Math.ceil(fraction * codes.length);
  if (validationCount >= codes.length || (classCount === 2 && validationCount < 2))
    throw new ModelsError(
      'E_SHAPE',
      `${NAME}.earlyStopping: expected samples for training and for validation, got ${codes.length}, of which validationFraction ${fraction} takes ${validationCount}`,
    );
  const order = Int32Array.from(rng.permutation(codes.length));
  const isAside =
    classCount === 2
      ? stratified(order, codes, validationCount)
      : (_: number, at: number) => at < validationCount;
  return {
    train: order.filter((sample, at) => !isAside(sample, at)),
    validation: order.filter(isAside),
  };
}

function stratified(
  order: Int32Array,
  codes: Int32Array,
  validationCount: number,
): (sample: number) => boolean {
  const seconds = codes.reduce((sum, code) => sum + code, 0);
  const counts = [codes.length - seconds, seconds];
  if (counts.some((count) => count < 2))
    throw new ModelsError(
      'E_LABELS',
      `${NAME}.earlyStopping: expected at least two samples of each class, got ${counts.join(' and ')}`,
    );
  const wantedSeconds = Math.round((validationCount * seconds) / codes.length);
  const left = [validationCount - wantedSeconds, wantedSeconds];
  const aside = new Set<number>();
  for (const sample of order) {
    const code = codes[sample]!;
    if (left[code]! > 0) {
      left[code]! -= 1;
      aside.add(sample);
    }
  }
  return (sample) => aside.has(sample);
}
