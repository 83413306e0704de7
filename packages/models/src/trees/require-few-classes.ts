import { ModelsError } from '../errors.ts';

/** What the scratch of a thread has room for. */
const MOST_CLASSES = 16_384;

/** @throws {ModelsError} `E_LABELS` - there are more classes than the kernels of trees can count. */
export function requireFewClasses(estimator: string, classes: Int32Array): void {
  if (classes.length > MOST_CLASSES)
    throw new ModelsError(
      'E_LABELS',
      `${estimator}: expected labels of at most ${MOST_CLASSES} classes, got ${classes.length}`,
    );
}
