import type { NdArray, ProgressListener } from '@fashion-mnist/core';
import { type Projection, pca, tsne, umap } from '@fashion-mnist/visualize';
import { secondsSince } from '../terminal/format.ts';
import { threadCount } from '../threads.ts';
import { UsageError } from '../usage-error.ts';
import { firstImages } from './first-images.ts';
import { type Engine, type MapDocument, type Method, mapDocument } from './map-document.ts';
import type { MapSource } from './map-source.ts';
import { createStageClock } from './stage-clock.ts';

export interface MapRequest {
  readonly method: Method;
  /** @default 'fast' */
  readonly engine?: Engine | undefined;
  /** How many images, from the first on. @default all, or as many as a reference engine does in seconds */
  readonly count?: number | undefined;
  readonly seed?: number | undefined;
}

export interface MapRun {
  readonly signal: AbortSignal;
  readonly onProgress: ProgressListener;
  /** @default FASHION_MNIST_THREADS, or as many as there are cores */
  readonly threads?: number | undefined;
}

/** As many images as each engine maps in about five seconds on two cores. */
const REFERENCE_COUNTS: Readonly<Record<Method, number>> = { pca: Infinity, tsne: 300, umap: 1500 };
const REFERENCE_TSNE_ITERATIONS = 300;
const DEFAULT_SEED = 42;

/** Maps the first images of a dataset. */
export async function computeMap(source: MapSource, request: MapRequest, run: MapRun): Promise<MapDocument> {
  const { method, engine = 'fast', seed = DEFAULT_SEED } = request;
  const available = source.dataset.labels.length;
  const count = request.count ?? Math.min(engine === 'fast' ? Infinity : REFERENCE_COUNTS[method], available);
  if (count < 2 || count > available) throw new UsageError(`--count: expected 2..${available}, got ${count}`);
  const images = firstImages(source.dataset.images, count);
  const start = performance.now();
  const clock = createStageClock(run.onProgress);
  const { projection, options } = await project(
    images,
    { method, engine, seed },
    { ...run, threads: threadCount(run.threads), onProgress: clock.listen },
  );
  const seconds = secondsSince(start);
  return mapDocument(source, projection, {
    options: { count, ...options },
    seconds,
    stages: clock.seconds(),
  });
}

async function project(
  images: NdArray<Uint8Array>,
  { method, engine, seed }: { readonly method: Method; readonly engine: Engine; readonly seed: number },
  run: MapRun,
): Promise<{ projection: Projection; options: Record<string, number> }> {
  switch (method) {
    case 'pca':
      if (engine === 'reference') throw new UsageError('--engine: PCA has no reference engine');
      return { projection: await pca(images, run), options: {} };
    case 'tsne': {
      const options = { perplexity: 30, nIter: engine === 'fast' ? 1000 : REFERENCE_TSNE_ITERATIONS, seed };
      return { projection: await tsne(images, { engine, ...options, ...run }), options };
    }
    case 'umap': {
      const options = { nNeighbors: 15, minDist: 0.1, seed };
      return { projection: await umap(images, { engine, ...options, ...run }), options };
    }
  }
}
