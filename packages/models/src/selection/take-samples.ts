import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { type Features, featureMatrix } from '../samples/features.ts';

/**
 * Some of the samples, in the order of `indices`, of the same type and scaling; copied.
 *
 * @param indices - `0..sampleCount - 1`, each as often as wanted.
 * @throws {ModelsError} `E_SHAPE` - the data do not fit the shape, or there is no such sample; `E_NOT_FINITE`.
 */
export function takeSamples<Taken extends Features>(x: Taken, indices: ArrayLike<number>): Taken {
  const { data, sampleCount, featureCount } = featureMatrix(x);
  requireIndices(indices, sampleCount);
  const taken =
    data instanceof Uint8Array
      ? new Uint8Array(indices.length * featureCount)
      : new Float32Array(indices.length * featureCount);
  for (let row = 0; row < indices.length; row++) {
    const from = indices[row]! * featureCount;
    taken.set(data.subarray(from, from + featureCount), row * featureCount);
  }
  const samples = { data: taken, shape: [indices.length, ...x.shape.slice(1)] };
  return ('scaling' in x ? { ...samples, scaling: x.scaling } : samples) as Features as Taken;
}

/**
 * The labels of some of the samples, in the order of `indices`; copied.
 *
 * @throws {ModelsError} `E_SHAPE` - there is no such label.
 */
export function takeLabels(y: Labels, indices: ArrayLike<number>): Labels {
  requireIndices(indices, y.length);
  const taken = y instanceof Uint8Array ? new Uint8Array(indices.length) : new Int32Array(indices.length);
  for (let i = 0; i < indices.length; i++) taken[i] = y[indices[i]!]!;
  return taken;
}

function requireIndices(indices: ArrayLike<number>, count: number): void {
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (!Number.isInteger(index) || index < 0 || index >= count)
      throw new ModelsError('E_SHAPE', `indices: expected whole numbers in 0..${count - 1}, got ${index}`);
  }
}
