import { type NdArray, ndArray, reportProgress } from '@fashion-mnist/core';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { type StratifiedKFoldOptions, stratifiedKFold } from './stratified-k-fold.ts';
import { takeLabels, takeSamples } from './take-samples.ts';

/** How `crossValPredictProba` splits the samples, and how it fits. */
export interface CrossValPredictProbaOptions
  extends Omit<FitRun, 'sampleWeight'>,
    Omit<StratifiedKFoldOptions, 'seed'> {}

/** What models say of samples that they have not learned from. */
export interface OutOfFoldProbabilities {
  /** The labels in the order of the columns, ascending. */
  readonly classes: Int32Array;
  /** Shape `[sampleCount, classCount]`, rows add to 1; a class that a model has not seen is 0. */
  readonly probabilities: NdArray<Float64Array>;
}

/**
 * The probabilities of the classes of each sample, by a classifier that has learned from the other folds.
 *
 * @param options.seed - Of the folds, when they are shuffled, and of every fit.
 * @param options.onProgress - Stage: `cross-validate` (folds).
 * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS`; `E_OPTION` - the folds, or a classifier without probabilities.
 * @throws the signal's reason, when aborted.
 * @see sklearn.model_selection.cross_val_predict with `method='predict_proba'`
 */
export async function crossValPredictProba(
  estimator: Classifier,
  x: Features,
  y: Labels,
  { folds = 5, shuffle, onProgress, ...run }: CrossValPredictProbaOptions = {},
): Promise<OutOfFoldProbabilities> {
  const { classes } = encodeLabels(y, featureMatrix(x).sampleCount);
  const splits = stratifiedKFold(y, { folds, shuffle, seed: run.seed });
  const probabilities = new Float64Array(y.length * classes.length);
  const report = (completed: number) =>
    reportProgress(onProgress, { stage: 'cross-validate', completed, total: splits.length, unit: 'folds' });
  for (const [fold, { train, test }] of splits.entries()) {
    report(fold);
    run.signal?.throwIfAborted();
    const model = await estimator.fit(takeSamples(x, train), takeLabels(y, train), run);
    try {
      const { data } = await probabilitiesOf(model, takeSamples(x, test), run);
      const columns = Int32Array.from(model.classes, (label) => classes.indexOf(label));
      test.forEach((sample, row) => {
        columns.forEach((column, at) => {
          probabilities[sample * classes.length + column] = data[row * columns.length + at]!;
        });
      });
    } finally {
      await model.dispose?.();
    }
  }
  report(splits.length);
  return { classes, probabilities: ndArray(probabilities, [y.length, classes.length]) };
}

function probabilitiesOf(model: FittedClassifier, x: Features, run: FitRun): Promise<NdArray<Float64Array>> {
  if (model.predictProba !== undefined) return model.predictProba(x, run);
  throw new ModelsError('E_OPTION', 'expected a classifier with probabilities, got one without');
}
