import { reportProgress } from '@fashion-mnist/core';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { takeLabels, takeSamples } from './take-samples.ts';
import type { SplitIndices } from './train-test-split.ts';

/** Into which folds `crossValScore` cuts the samples, and what it computes with. */
export interface CrossValScoreOptions extends Omit<FitRun, 'sampleWeight'> {
  /** How many stratified folds, in the order of the samples, or the splits themselves. @default 5 */
  readonly folds?: number | readonly SplitIndices[] | undefined;
}

/**
 * The accuracy on each fold of a classifier that has learned from the other folds.
 *
 * @param options.seed - Given to every fit.
 * @param options.onProgress - Stage: `cross-validate` (folds).
 * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_OPTION`, `E_LABELS` - folds, or what the classifier refuses.
 * @throws the signal's reason, when aborted.
 * @see sklearn.model_selection.cross_val_score
 */
export async function crossValScore(
  estimator: Classifier,
  x: Features,
  y: Labels,
  { folds = 5, onProgress, ...run }: CrossValScoreOptions = {},
): Promise<Float64Array> {
  encodeLabels(y, featureMatrix(x).sampleCount);
  const splits = typeof folds === 'number' ? stratifiedKFold(y, { folds }) : folds;
  const scores = new Float64Array(splits.length);
  const report = (completed: number) =>
    reportProgress(onProgress, { stage: 'cross-validate', completed, total: splits.length, unit: 'folds' });
  for (const [fold, { train, test }] of splits.entries()) {
    report(fold);
    run.signal?.throwIfAborted();
    const model = await estimator.fit(takeSamples(x, train), takeLabels(y, train), run);
    try {
      scores[fold] = await model.score(takeSamples(x, test), takeLabels(y, test), run);
    } finally {
      await model.dispose?.();
    }
  }
  report(splits.length);
  return scores;
}
