import {
  type LongRun,
  type PrincipalComponents,
  principalComponents,
  type Samples,
} from '@fashion-mnist/kernels';
import type { Projection } from './projection.ts';

export interface PcaOptions extends LongRun {}

/** A map along the two axes of greatest variance. */
export interface PcaProjection extends Projection {
  readonly method: 'pca';
  readonly axes: PrincipalComponents;
}

/**
 * Projects samples onto their two leading principal axes.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least two samples and two features; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - too few samples or features.
 * @throws the signal's reason, when aborted.
 * @remarks Exact and deterministic; signs are fixed (largest loading positive).
 * @see sklearn.decomposition.PCA(n_components=2, svd_solver='full'), with which it agrees
 */
export async function pca(samples: Samples, options: PcaOptions = {}): Promise<PcaProjection> {
  const axes = await principalComponents(samples, { componentCount: 2, ...options });
  const featureCount = axes.mean.length;
  const sampleCount = samples.data.length / featureCount;
  const coordinates = new Float32Array(2 * sampleCount);
  for (let axis = 0; axis < 2; axis++) {
    const vector = axes.components.data.subarray(axis * featureCount, (axis + 1) * featureCount);
    const origin = dot(vector, axes.mean, 0);
    for (let row = 0; row < sampleCount; row++) {
      coordinates[2 * row + axis] = dot(vector, samples.data, row * featureCount) - origin;
    }
  }
  return { method: 'pca', engine: 'fast', coordinates: { data: coordinates, shape: [sampleCount, 2] }, axes };
}

function dot(vector: Float64Array, values: Samples['data'] | Float64Array, start: number): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (values[start + i] as number);
  return sum;
}
