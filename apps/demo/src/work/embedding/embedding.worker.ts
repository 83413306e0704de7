import type { NdArray, ProgressEvent } from '@fashion-mnist/core';
import {
  createPcaSession,
  createTsneSession,
  createUmapSession,
  neighborhoodQuality,
  type Projection,
  type ProjectionSession,
} from '@fashion-mnist/visualize';
import { expose, transfer } from 'comlink';
import type { EmbeddingListener, EmbeddingRequest, EmbeddingService } from './embedding-job.ts';

/** Places are told this often, in milliseconds: enough for the eye, little enough for the page. */
const TELL_EVERY = 80;

type Samples = NdArray<Uint8Array | Float32Array>;
type Mapped = Projection & { transform(samples: Samples): Promise<NdArray<Float32Array>> };

let latest: Mapped | undefined;

const service: EmbeddingService = {
  async embed(request, listener) {
    const onProgress = seldom(listener);
    const session = await startSession(request, onProgress);
    try {
      let told = Number.NEGATIVE_INFINITY;
      while (session.completed < session.total) {
        await session.step(1, { onProgress });
        if (performance.now() - told < TELL_EVERY) continue;
        const { data } = await session.snapshot();
        told = performance.now();
        await listener.places(transfer(data, [data.buffer as ArrayBuffer]));
      }
      latest = (await session.run()) as Mapped;
      const places = latest.coordinates.data.slice();
      return transfer(places, [places.buffer]);
    } finally {
      await session.dispose();
    }
  },

  async transform(samples) {
    if (latest === undefined) throw new Error('No map has been computed yet.');
    return (await latest.transform(samples)).data;
  },

  async measure(samples, places, nNeighbors) {
    const map = { data: places, shape: [places.length / 2, 2] };
    return neighborhoodQuality(samples, map, { neighborCount: nNeighbors });
  },
};

async function startSession(
  { method, samples, options }: EmbeddingRequest,
  onProgress: (event: ProgressEvent) => void,
): Promise<ProjectionSession> {
  switch (method) {
    case 'pca':
      return createPcaSession(samples);
    case 'tsne':
      return createTsneSession(samples, { ...options, onProgress });
    case 'umap':
      return createUmapSession(samples, { ...options, onProgress });
  }
}

/** Passes on the first event of each stage, its last one, and of those between one now and then. */
function seldom(listener: EmbeddingListener): (event: ProgressEvent) => void {
  let stage = '';
  let told = 0;
  return (event) => {
    const now = performance.now();
    if (event.stage === stage && event.completed < event.total && now - told < TELL_EVERY) return;
    stage = event.stage;
    told = now;
    listener.progress({ ...event });
  };
}

expose(service);
