import type { Classifier } from '@fashion-mnist/models';
import type { Configuration, GridConfiguration } from '../configuration.ts';
import { estimatorOptions, findEstimator } from './estimator-options.ts';

/**
 * The classifier of a configuration or of a job, not yet fitted.
 *
 * @throws {BenchmarkError} `E_GRID` - there is no such classifier or parameter, or it does not take a value.
 * @throws {ModelsError} `E_OPTION` - parameters that do not go together.
 */
export function createClassifier({
  name,
  parameter,
  defaults = {},
}: Configuration & Partial<Pick<GridConfiguration, 'defaults'>>): Classifier {
  const estimator = findEstimator(name);
  return estimator.create(estimatorOptions(estimator, { ...defaults, ...parameter }));
}
