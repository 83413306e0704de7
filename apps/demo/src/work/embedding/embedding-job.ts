import type { NdArray, ProgressEvent } from '@fashion-mnist/core';
import type { Method } from '../../data/data-index.ts';

/** What is to be mapped, and how. */
export interface EmbeddingRequest {
  readonly method: Method;
  /** Images or features, one row per sample. Shared memory is read in place; other memory is copied. */
  readonly samples: NdArray<Uint8Array | Float32Array>;
  /** Of visualize's `umap` or `tsne`, as `nNeighbors` or `perplexity`. */
  readonly options: Readonly<Record<string, number>>;
}

/** What the worker tells while it computes. */
export interface EmbeddingListener {
  progress(event: ProgressEvent): void;
  /** `x0, y0, ...` of the samples, where they are now. */
  places(places: Float32Array): void | Promise<void>;
}

/** How well a map keeps neighbourhoods, of a sample of its points. */
export interface MeasuredQuality {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly neighborRecall: number;
  readonly queryCount: number;
}

/** What the worker can do; one map after another. */
export interface EmbeddingService {
  embed(request: EmbeddingRequest, listener: EmbeddingListener): Promise<Float32Array>;
  /** Places of further samples on the map that was computed last. */
  transform(samples: NdArray<Uint8Array | Float32Array>): Promise<Float32Array>;
  measure(
    samples: NdArray<Uint8Array | Float32Array>,
    places: Float32Array,
    nNeighbors: number,
  ): Promise<MeasuredQuality>;
}
