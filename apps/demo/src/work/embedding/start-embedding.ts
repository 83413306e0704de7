import type { NdArray, ProgressEvent } from '@fashion-mnist/core';
import { proxy, type Remote, wrap } from 'comlink';
import { rejectOnAbort } from '../reject-on-abort.ts';
import type { EmbeddingRequest, EmbeddingService, MeasuredQuality } from './embedding-job.ts';

export interface EmbeddingRun {
  /** Ends the worker at once; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Where the samples are, some ten times a second. */
  readonly onPlaces?: (places: Float32Array) => void;
}

/** A map that was computed here. Its worker lives until it is disposed of. */
export interface Embedding {
  /** `x0, y0, ...` of the samples. */
  readonly positions: Float32Array;
  readonly seconds: number;
  /** Places of further samples on this map. */
  transform(samples: NdArray<Uint8Array | Float32Array>): Promise<Float32Array>;
  dispose(): void;
}

/** Computes a map in a worker of its own, which takes all cores where the page may share memory. */
export async function startEmbedding(
  request: EmbeddingRequest,
  { signal, onProgress, onPlaces }: EmbeddingRun = {},
): Promise<Embedding> {
  signal?.throwIfAborted();
  const { service, end } = openWorker();
  const start = performance.now();
  try {
    const listener = proxy({
      progress: (event: ProgressEvent) => onProgress?.(event),
      places: (places: Float32Array) => onPlaces?.(places),
    });
    const positions = await rejectOnAbort(service.embed(request, listener), signal);
    return {
      positions,
      seconds: (performance.now() - start) / 1000,
      transform: (samples) => service.transform(samples),
      dispose: end,
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Measures how well places keep the neighbourhoods of samples, in a worker. */
export async function measureQuality(
  samples: NdArray<Uint8Array | Float32Array>,
  places: Float32Array,
  { nNeighbors, signal }: { readonly nNeighbors: number; readonly signal?: AbortSignal },
): Promise<MeasuredQuality> {
  const { service, end } = openWorker();
  try {
    return await rejectOnAbort(service.measure(samples, places, nNeighbors), signal);
  } finally {
    end();
  }
}

function openWorker(): { service: Remote<EmbeddingService>; end: () => void } {
  const worker = new Worker(new URL('./embedding.worker.ts', import.meta.url), {
    type: 'module',
    name: 'embedding',
  });
  return { service: wrap<EmbeddingService>(worker), end: () => worker.terminate() };
}
