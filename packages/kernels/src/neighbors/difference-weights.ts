import { KernelsError } from '../errors.ts';
import type { SampleMatrix } from '../samples.ts';

/** The squares of weights beyond these would not be normal numbers as float32. */
const RANGE = Object.freeze({ least: 1e-15, greatest: 1e15 });

/** @throws {KernelsError} `E_SHAPE` - beside float32, or not one per feature; `E_NOT_FINITE` - outside the range. */
export function requireWeights(
  weights: Float64Array | undefined,
  { data, featureCount }: SampleMatrix,
): void {
  if (weights === undefined) return;
  if (data instanceof Float32Array)
    throw new KernelsError('E_SHAPE', 'weights: expected them beside bytes, got them beside float32');
  if (weights.length !== featureCount)
    throw new KernelsError(
      'E_SHAPE',
      `weights: expected one for each of ${featureCount} features, got ${weights.length}`,
    );
  const wrong = weights.findIndex(
    (weight) => weight !== 0 && !(weight >= RANGE.least && weight <= RANGE.greatest),
  );
  if (wrong >= 0)
    throw new KernelsError(
      'E_NOT_FINITE',
      `weights: expected 0 or ${RANGE.least}..${RANGE.greatest}, got ${weights[wrong]} at ${wrong}`,
    );
}

/** @throws {KernelsError} `E_SHAPE` - queries are not of the references' type. */
export function requireType({ data }: SampleMatrix, areFloats: boolean): void {
  if (data instanceof Float32Array === areFloats) return;
  const [expected, actual] = areFloats ? ['float32', 'bytes'] : ['bytes', 'float32'];
  throw new KernelsError('E_SHAPE', `queries: expected ${expected} as the references, got ${actual}`);
}
