import { createRng } from '@fashion-mnist/core';
import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { SplitIndices } from './train-test-split.ts';

/** How many folds `stratifiedKFold` makes, and in which order it takes the samples. */
export interface StratifiedKFoldOptions {
  /** Parts, at least 2. @default 5 */
  readonly folds?: number | undefined;
  /** Whether to assign samples by chance; else in their order. @default false */
  readonly shuffle?: boolean | undefined;
  /** Where chance begins. @default 0 */
  readonly seed?: number | undefined;
}

/**
 * Parts samples in folds in which the classes have the same shares. Each fold is tested on once, after learning from all
 * others; indices ascend.
 *
 * @throws {ModelsError} `E_OPTION` - fewer than 2 folds; `E_LABELS` - no class has a sample for each fold.
 * @see sklearn.model_selection.StratifiedKFold; without `shuffle` the folds are the same
 */
export function stratifiedKFold(
  y: Labels,
  { folds = 5, shuffle = false, seed = 0 }: StratifiedKFoldOptions = {},
): SplitIndices[] {
  if (!Number.isSafeInteger(folds) || folds < 2)
    throw new ModelsError('E_OPTION', `folds: expected a whole number >= 2, got ${folds}`);
  const classes = membersByAppearance(y);
  if (classes.every(({ length }) => length < folds))
    throw new ModelsError('E_LABELS', `folds: expected a class of at least ${folds} samples, got none`);

  const rng = createRng(seed);
  const foldOf = new Uint32Array(y.length);
  let dealt = 0;
  for (const members of classes) {
    const turns = Array.from(members, (_, i) => (dealt + i) % folds).toSorted((a, b) => a - b);
    const order = shuffle ? rng.permutation(members.length) : undefined;
    members.forEach((sample, i) => {
      foldOf[sample] = turns[order?.[i] ?? i]!;
    });
    dealt += members.length;
  }
  return Array.from({ length: folds }, (_, fold) => ({
    train: samplesWhere(foldOf, (other) => other !== fold),
    test: samplesWhere(foldOf, (other) => other === fold),
  }));
}

/** The samples of each class, the class that appears first coming first. */
function membersByAppearance(y: Labels): number[][] {
  const members = new Map<number, number[]>();
  y.forEach((label, sample) => {
    const known = members.get(label);
    if (known === undefined) members.set(label, [sample]);
    else known.push(sample);
  });
  return [...members.values()];
}

function samplesWhere(foldOf: Uint32Array, isIn: (fold: number) => boolean): Uint32Array {
  return Uint32Array.from(Array.from(foldOf.keys()).filter((sample) => isIn(foldOf[sample]!)));
}
