import type { NdArray } from '@fashion-mnist/core';
import { KernelsError } from '../errors.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import { withPool } from '../pool/with-pool.ts';
import { type AffineMap, affineProduct } from '../products/affine-product.ts';
import { type SampleMatrix, type Samples, sampleMatrix } from '../samples.ts';
import type { PrincipalComponents } from './principal-components.ts';

/** Axes and the point where they cross. */
export type Axes = Pick<PrincipalComponents, 'mean' | 'components'>;

/**
 * The scores of samples along axes: `components · (sample - mean)`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, as many features as the axes have; borrowed.
 * @returns Shape `[sampleCount, componentCount]`, in the unit of the samples, summed in float32.
 * @throws {KernelsError} `E_SHAPE` - the numbers of features differ; `E_NOT_FINITE`; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 * @remarks The same bytes on any number of threads. Stage: `project` (samples).
 */
export async function projectOnto(
  samples: Samples,
  axes: Axes,
  run: ComputeRun = {},
): Promise<NdArray<Float32Array>> {
  const matrix = sampleMatrix('samples', samples);
  requireCount('features', matrix.featureCount, axes.mean.length);
  return mapRows(matrix, scoreMap(axes), run);
}

/**
 * The points of the space of the samples that have given scores: `coordinates · components + mean`.
 *
 * @param coordinates - Shape `[sampleCount, componentCount]`; borrowed.
 * @returns Shape `[sampleCount, featureCount]`, in the unit of the samples, summed in float32.
 * @throws {KernelsError} `E_SHAPE` - not as many scores as there are axes; `E_NOT_FINITE`; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 */
export async function reconstructFrom(
  coordinates: NdArray<Float32Array>,
  { mean, components }: Axes,
  run: ComputeRun = {},
): Promise<NdArray<Float32Array>> {
  const matrix = sampleMatrix('coordinates', coordinates);
  const componentCount = components.data.length / mean.length;
  requireCount('scores', matrix.featureCount, componentCount);
  const map = {
    centre: new Float32Array(componentCount),
    matrix: Float32Array.from(components.data),
    bias: Float32Array.from(mean),
  };
  return mapRows(matrix, map, run);
}

async function mapRows(rows: SampleMatrix, map: AffineMap, run: ComputeRun): Promise<NdArray<Float32Array>> {
  const data = await withPool(run, rows.sampleCount * map.matrix.length, (pool) =>
    affineProduct(pool, rows, map, { stage: 'project', ...run }),
  );
  return { data, shape: [rows.sampleCount, map.bias.length] };
}

/** Centres on the mean in float32; the bias makes up for its rounding. */
function scoreMap({ mean, components }: Axes): AffineMap {
  const featureCount = mean.length;
  const componentCount = components.data.length / featureCount;
  const centre = Float32Array.from(mean);
  const matrix = new Float32Array(featureCount * componentCount);
  const bias = new Float32Array(componentCount);
  for (let axis = 0; axis < componentCount; axis++) {
    let shift = 0;
    for (let i = 0; i < featureCount; i++) {
      const loading = components.data[axis * featureCount + i]!;
      matrix[i * componentCount + axis] = loading;
      shift += loading * (centre[i]! - mean[i]!);
    }
    bias[axis] = shift;
  }
  return { centre, matrix, bias };
}

function requireCount(what: string, count: number, expected: number): void {
  if (count !== expected)
    throw new KernelsError('E_SHAPE', `expected ${expected} ${what} as the axes have, got ${count}`);
}
