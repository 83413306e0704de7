import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier } from './classifier.ts';
import { estimators } from './estimators.ts';
import { modelFileError } from './persistence/model-file-error.ts';
import type { ModelState } from './persistence/model-state.ts';
import { PIPELINE, restorePipeline } from './pipeline/pipeline.ts';

/**
 * A fitted model from its state.
 *
 * @throws {ModelsError} `E_MODEL` - there is no such estimator, or it cannot have that state; `E_OPTION`.
 */
export async function restoreModel(state: ModelState, run: ComputeRun): Promise<FittedClassifier> {
  if (state.estimator === PIPELINE) return restorePipeline(state, (last) => restoreModel(last, run));
  const estimator = estimators.find(({ name }) => name === state.estimator);
  if (estimator === undefined)
    throw modelFileError(
      `estimator: expected one of ${[PIPELINE, ...estimators.map(({ name }) => name)].join(', ')}, got ${state.estimator}`,
    );
  return estimator.restore(state, run);
}
