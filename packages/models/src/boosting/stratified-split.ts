import type { Rng } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';

/** Rows to learn from and rows to judge by, each ascending. */
export interface ValidationSplit {
  readonly training: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Takes a fraction of each class away for validation, at random.
 *
 * @throws {ModelsError} `E_OPTION` - a class would have no row to learn from, or nothing would be held out.
 */
export function stratifiedSplit(
  estimator: string,
  codes: Int32Array,
  classCount: number,
  fraction: number,
  rng: Rng,
): ValidationSplit {
  const isHeldOut = new Uint8Array(codes.length);
  const ofClass = Array.from({ length: classCount }, (): number[] => []);
  for (const [row, code] of codes.entries()) ofClass[code]!.push(row);
  for (const rows of ofClass) {
    const count = Math.round(rows.length * fraction);
    if (count === rows.length)
      throw new ModelsError(
        'E_OPTION',
        `${estimator}.validationFraction: expected it to leave samples of every class to learn from, got ${fraction}`,
      );
    for (const chosen of rng.permutation(rows.length).subarray(0, count)) isHeldOut[rows[chosen]!] = 1;
  }
  const rows = Int32Array.from(codes.keys());
  const validation = rows.filter((row) => isHeldOut[row] === 1);
  if (validation.length === 0)
    throw new ModelsError(
      'E_OPTION',
      `${estimator}.validationFraction: expected it to take at least one of ${rows.length} samples, got ${fraction}`,
    );
  return { training: rows.filter((row) => isHeldOut[row] === 0), validation };
}
