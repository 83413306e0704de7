import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';

/** @throws {ModelsError} `E_SHAPE` - the lengths differ, or there is no label. */
export function requirePairs(yTrue: Labels, yPred: Labels): void {
  if (yTrue.length === yPred.length && yTrue.length > 0) return;
  throw new ModelsError(
    'E_SHAPE',
    `expected as many true as predicted labels, at least one, got ${yTrue.length} and ${yPred.length}`,
  );
}
