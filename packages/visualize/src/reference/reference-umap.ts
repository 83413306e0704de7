import { type NdArray, reportProgress, sampleShape } from '@fashion-mnist/core';
import { exactNeighbors, type Samples } from '@fashion-mnist/kernels';
import { spawn } from '#spawn';
import { VisualizeError } from '../errors.ts';
import { placeNewPoints } from '../umap/place-new-points.ts';
import { type UmapOptions, type UmapSettings, umapSettings } from '../umap/umap-options.ts';
import type { UmapProjection } from '../umap/umap-projection.ts';
import { UMAP_JS } from './engines.ts';
import { runInWorker } from './run-in-worker.ts';
import type { JobRows, UmapJob } from './umap-job.ts';

/**
 * A UMAP map by umap-js, in a worker; the worker is ended when the signal is aborted. New samples are placed on it by
 * this package's kernels.
 *
 * @param options - Of `umap`; `init` does not count, umap-js always starts at random.
 * @throws {VisualizeError} `E_OPTION`; `E_COUNT`; `E_SHAPE`.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
 * @see github.com/PAIR-code/umap-js
 */
export async function referenceUmap(samples: Samples, options: UmapOptions): Promise<UmapProjection> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const settings = umapSettings(samples, options);
  const { sampleCount, epochCount, labels, targetWeight } = settings;
  const { nNeighbors, minDist, spread, learningRate, negativeSampleRate, seed } = settings;
  const job: UmapJob = {
    library: 'umap-js',
    sampleCount,
    nNeighbors,
    minDist,
    spread,
    nEpochs: epochCount,
    learningRate,
    negativeSampleRate,
    seed,
    labels,
    targetWeight,
    input: await inputOf(samples, settings, options),
  };
  const tell = (completed: number) =>
    reportProgress(onProgress, { stage: 'optimise', completed, total: epochCount, unit: 'epochs' });
  const data = await runInWorker(spawn, job, tell, signal);
  const coordinates = { data, shape: [sampleCount, 2] };
  return {
    method: 'umap',
    engine: UMAP_JS,
    coordinates,
    transform: (newSamples, run) => placeNewPoints({ samples, settings, coordinates }, newSamples, run),
  };
}

async function inputOf(
  samples: Samples,
  { neighbors, referenceNeighbors, nNeighbors }: UmapSettings,
  run: UmapOptions,
): Promise<UmapJob['input']> {
  if (neighbors === undefined && referenceNeighbors === 'umap-js')
    return { kind: 'samples', samples: finiteRows(samples) };
  const { indices, distances } =
    neighbors ?? (await exactNeighbors(samples, { ...run, neighborCount: nNeighbors }));
  return { kind: 'neighbors', indices: rowsIn(indices), distances: rowsIn(distances) };
}

function rowsIn<T extends JobRows['data']>({ data, shape: [, width = 0] }: NdArray<T>): JobRows {
  return { data, width };
}

function finiteRows(samples: Samples): JobRows {
  const { featureCount } = sampleShape(samples);
  if (!samples.data.every(Number.isFinite))
    throw new VisualizeError('E_SHAPE', 'umap: expected finite samples, got NaN or an infinite value');
  return { data: samples.data, width: featureCount };
}
