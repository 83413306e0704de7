import type { NdArray } from '@fashion-mnist/core';
import { alignPlaces, pca, umap } from '@fashion-mnist/visualize';
import type { MapMethod } from './training-job.ts';

/** Maps of the same images, one after each epoch. */
export interface EpochMap {
  /**
   * Places them by what the network sees now, as near as may be to where they were.
   *
   * @param features - Shape `[imageCount, width]`.
   * @returns `x0, y0, ...`
   */
  next(features: NdArray<Float32Array>, signal?: AbortSignal): Promise<Float32Array>;
}

/** From where they are, points need fewer rounds, and smaller steps leave them in their neighbourhood. */
const FROM_BEFORE = { nEpochs: 150, learningRate: 0.5 };
const NEIGHBORS = 15;

export function createEpochMap(method: MapMethod): EpochMap {
  let previous: NdArray<Float32Array> | undefined;

  async function place(features: NdArray<Float32Array>, signal: AbortSignal | undefined) {
    const [imageCount = 0, width = 0] = features.shape;
    if (width < 2) return axisAlone(features);
    const run = { threads: 1, signal };
    if (method === 'pca' || imageCount <= NEIGHBORS) return (await pca(features, run)).coordinates;
    const start = previous === undefined ? {} : { ...FROM_BEFORE, init: previous };
    return (await umap(features, { ...run, ...start, nNeighbors: NEIGHBORS })).coordinates;
  }

  return {
    async next(features, signal) {
      const places = await place(features, signal);
      previous = previous === undefined ? places : alignPlaces(previous, places);
      return previous.data.slice();
    },
  };
}

function axisAlone({ data, shape: [imageCount = 0] }: NdArray<Float32Array>): NdArray<Float32Array> {
  const places = Float32Array.from({ length: 2 * imageCount }, (_, i) =>
    i % 2 === 0 ? (data[i / 2] ?? 0) : 0,
  );
  return { data: places, shape: [imageCount, 2] };
}
