import type { OptionRule } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import type { Classifier, FittedClassifier } from './classifier.ts';
import type { ModelState } from './persistence/model-state.ts';

/** A family of classifiers by its name, for programs that choose one at run time. */
export interface Estimator {
  /** scikit-learn's class name. */
  readonly name: string;
  /** What each option may be, and its default. */
  readonly rules: Readonly<Record<string, OptionRule<unknown>>>;
  /** @throws {ModelsError} `E_OPTION`. */
  create(options: Readonly<Record<string, unknown>>): Classifier;
  /**
   * A model from what was saved of it.
   *
   * @throws {ModelsError} `E_MODEL` - that is not such a model; `E_OPTION` - its options are not valid.
   */
  restore(state: ModelState, run: ComputeRun): Promise<FittedClassifier>;
}
