import type { NdArray, ProgressListener } from '@fashion-mnist/core';
import { type Projection, pca, tsne, umap } from '@fashion-mnist/visualize';
import type { LoadedSplit } from '../datasets/load-split.ts';
import { secondsSince } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';
import { type MapDocument, type Method, mapDocument } from './map-document.ts';

export interface MapRequest {
  readonly method: Method;
  /** How many images, from the first on. @default as many as the method does in seconds */
  readonly count?: number | undefined;
  readonly seed?: number | undefined;
}

export interface MapRun {
  readonly signal: AbortSignal;
  readonly onProgress: ProgressListener;
}

/** As many images as each method's engine maps in about five seconds on two cores. */
const DEFAULT_COUNTS: Readonly<Record<Method, number>> = { pca: Infinity, tsne: 300, umap: 1500 };
const DEFAULT_SEED = 42;
const TSNE_ITERATIONS = 300;

/** Maps the first images of a dataset. */
export async function computeMap(
  loaded: LoadedSplit,
  request: MapRequest,
  run: MapRun,
): Promise<MapDocument> {
  const { method, seed = DEFAULT_SEED } = request;
  const { images: all, labels } = loaded.dataset;
  const available = labels.length;
  const count = request.count ?? Math.min(DEFAULT_COUNTS[method], available);
  if (count < 2 || count > available) throw new UsageError(`--count: expected 2..${available}, got ${count}`);
  const images = firstImages(all, count);
  const start = performance.now();
  const { projection, options } = await project(images, method, seed, run);
  return mapDocument(loaded, projection, { options: { count, ...options }, seconds: secondsSince(start) });
}

async function project(
  images: NdArray<Uint8Array>,
  method: Method,
  seed: number,
  run: MapRun,
): Promise<{ projection: Projection; options: Record<string, number> }> {
  switch (method) {
    case 'pca':
      return { projection: await pca(images, run), options: {} };
    case 'tsne': {
      const options = { perplexity: 30, nIter: TSNE_ITERATIONS, seed };
      return { projection: await tsne(images, { ...options, ...run }), options };
    }
    case 'umap': {
      const options = { nNeighbors: 15, minDist: 0.1, seed };
      return { projection: await umap(images, { ...options, ...run }), options };
    }
  }
}

function firstImages(
  { data, shape: [, ...imageShape] }: NdArray<Uint8Array>,
  count: number,
): NdArray<Uint8Array> {
  const pixels = imageShape.reduce((product, size) => product * size, 1);
  return { data: data.subarray(0, count * pixels), shape: [count, ...imageShape] };
}
