import { createRng, sampleShape } from '@fashion-mnist/core';
import type { ComputeRun, Samples, WorkerPool } from '@fashion-mnist/kernels';
import { pca } from '../pca.ts';
import type { FuzzyGraph } from './fuzzy-graph.ts';
import { spectralCoordinates } from './spectral-coordinates.ts';
import type { UmapSettings } from './umap-options.ts';

/** The largest coordinate at the start. */
const START_RADIUS = 10;
/** Width of the noise that parts points which would start at the same place. */
const NOISE = 1e-3;

/** Where points start, shape `[sampleCount, 2]`: coordinates as they are, or computed ones, scaled and with some noise. */
export async function startPositions(
  pool: WorkerPool,
  samples: Samples,
  graph: FuzzyGraph,
  { init, seed }: Pick<UmapSettings, 'init' | 'seed'>,
  run: ComputeRun,
): Promise<Float32Array> {
  if (typeof init !== 'string') return init.data;
  const coordinates =
    init === 'spectral'
      ? await spectralCoordinates(pool, graph, run)
      : await principalCoordinates(samples, run);
  const rng = createRng(seed);
  const largest = coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = largest > 0 ? START_RADIUS / largest : 0;
  return coordinates.map((value) => value * scale + NOISE * (rng.nextUint32() / 2 ** 32 - 0.5));
}

/** A sample with one feature has no second axis. */
async function principalCoordinates(samples: Samples, run: ComputeRun): Promise<Float32Array> {
  const { sampleCount, featureCount } = sampleShape(samples);
  if (featureCount >= 2) return (await pca(samples, run)).coordinates.data;
  let sum = 0;
  for (const value of samples.data) sum += value;
  return Float32Array.from({ length: 2 * sampleCount }, (_, i) =>
    i % 2 === 0 ? (samples.data[i / 2] ?? 0) - sum / sampleCount : 0,
  );
}
