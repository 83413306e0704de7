import { createRng, type NdArray, sampleShape } from '@fashion-mnist/core';
import type { ComputeRun, Samples } from '@fashion-mnist/kernels';
import { pca } from '../pca.ts';

/** Standard deviation of the starting points along their first axis: so near that forces sort them, not the start. */
const START_SPREAD = 1e-4;

/**
 * Where points start, shape `[sampleCount, 2]`: coordinates as they are, or scaled principal components, or at random.
 * A component that does not vary is drawn at random, since without any difference points could never part.
 */
export async function startPositions(
  samples: Samples,
  init: 'pca' | 'random' | NdArray<Float32Array>,
  seed: number,
  run: ComputeRun,
): Promise<Float32Array> {
  if (typeof init !== 'string') return init.data;
  const { sampleCount, featureCount } = sampleShape(samples);
  const rng = createRng(seed);
  const random = Float32Array.from({ length: 2 * sampleCount }, () => START_SPREAD * rng.nextNormal());
  if (init === 'random' || featureCount < 2) return random;
  const { data } = (await pca(samples, run)).coordinates;
  const deviation = deviationOf(data, 0);
  const varies = [deviation > 0, deviationOf(data, 1) > 0];
  return random.map((number, i) =>
    varies[i % 2] === true ? ((data[i] ?? 0) / deviation) * START_SPREAD : number,
  );
}

function deviationOf(coordinates: Float32Array, axis: number): number {
  const count = coordinates.length / 2;
  let sum = 0;
  let squares = 0;
  for (let i = axis; i < coordinates.length; i += 2) {
    const value = coordinates[i] ?? 0;
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
