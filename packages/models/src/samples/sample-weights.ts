import { ModelsError } from '../errors.ts';

/**
 * One weight per sample.
 *
 * @throws {ModelsError} `E_SHAPE` - another number of weights; `E_NOT_FINITE` - one is not finite or below 0, or all are 0.
 */
export function sampleWeights(
  weights: ArrayLike<number> | undefined,
  sampleCount: number,
): Float64Array | undefined {
  if (weights === undefined) return undefined;
  if (weights.length !== sampleCount)
    throw new ModelsError(
      'E_SHAPE',
      `sampleWeight: expected one weight for each of ${sampleCount} samples, got ${weights.length}`,
    );
  const values = Float64Array.from(weights);
  const wrong = values.findIndex((value) => !Number.isFinite(value) || value < 0);
  if (wrong >= 0)
    throw new ModelsError(
      'E_NOT_FINITE',
      `sampleWeight: expected finite weights >= 0, got ${values[wrong]} at ${wrong}`,
    );
  if (!values.some((value) => value > 0))
    throw new ModelsError('E_NOT_FINITE', 'sampleWeight: expected at least one weight above 0, got none');
  return values;
}

/** @throws {ModelsError} `E_OPTION` - there are weights, and the estimator cannot use any. */
export function refuseSampleWeights(estimator: string, weights: ArrayLike<number> | undefined): void {
  if (weights !== undefined)
    throw new ModelsError('E_OPTION', `sampleWeight: ${estimator} does not take weights, as in scikit-learn`);
}
