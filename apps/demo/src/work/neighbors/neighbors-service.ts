import { elementCount, ndArray, sampleShape } from '@fashion-mnist/core';
import type { NeighborIndex, Samples, WorkerPool } from '@fashion-mnist/kernels';
import { createGrowingIndex, type GrowingIndex } from './growing-index.ts';
import { type NearestImages, type NeighborGraph, withoutSelf } from './nearest.ts';

/** Rows of numbers, of the ids `first..first + count - 1`. */
export interface SpaceRows {
  readonly first: number;
  /** `[count, ...]` */
  readonly shape: readonly number[];
  /** Memory that is filled from outside; without, the service has bytes of its own, and rows bring their data. */
  readonly data?: Uint8Array | Float32Array;
}

/** By an image of the dataset, or by what a row holds. */
export type RowQuery = { readonly id: number } | { readonly values: Uint8Array | Float32Array };

/** Neighbours in spaces of rows; each space has a name. */
export interface NeighborsService {
  /** Opens a space, in place of another one of this name. */
  open(space: string, rows: SpaceRows): void;
  /** Rows of the ids `first..first + count - 1` have come; `data` where the memory of the space is not the caller's. */
  receive(space: string, first: number, count: number, data?: Uint8Array | Float32Array): void;
  nearest(space: string, query: RowQuery, k: number, signal?: AbortSignal): Promise<NearestImages>;
  graph(
    space: string,
    k: number,
    onProgress: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<NeighborGraph>;
}

interface Space {
  readonly first: number;
  readonly samples: Samples;
  readonly index: GrowingIndex;
}

export function createNeighborsService(pool: WorkerPool): NeighborsService {
  const spaces = new Map<string, Space>();

  function spaceNamed(name: string): Space {
    const space = spaces.get(name);
    if (space === undefined) throw new RangeError(`Expected a space that has been opened, got ${name}.`);
    return space;
  }

  return {
    open(name, { first, shape, data = new Uint8Array(elementCount(shape)) }) {
      const old = spaces.get(name);
      const samples = ndArray<Uint8Array | Float32Array>(data, shape);
      spaces.set(name, { first, samples, index: createGrowingIndex(samples, pool) });
      void old?.index.dispose();
    },
    receive(name, first, count, data) {
      const { samples, index, first: firstId } = spaceNamed(name);
      const { featureCount } = sampleShape(samples);
      if (data !== undefined) samples.data.set(data, (first - firstId) * featureCount);
      index.add(first - firstId, count);
    },
    async nearest(name, query, k, signal) {
      const { samples, first, index } = spaceNamed(name);
      const [, ...rowShape] = samples.shape;
      const values = 'values' in query ? query.values : rowOf(samples, query.id - first);
      const self = 'id' in query ? query.id : -1;
      const found = await index.nearest(ndArray(values, [1, ...rowShape]), k + (self < 0 ? 0 : 1), signal);
      const ids = found.ids.map((row) => row + first);
      return withoutSelf({ ids, distances: found.distances }, self, k);
    },
    graph(name, k, onProgress, signal) {
      const { samples, index } = spaceNamed(name);
      return index.whole((whole) => graphOf(samples, whole, { k, onProgress, signal }));
    },
  };
}

interface GraphRun {
  readonly k: number;
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
}

async function graphOf(
  samples: Samples,
  index: NeighborIndex,
  { k, onProgress, signal }: GraphRun,
): Promise<NeighborGraph> {
  const [count = 0] = samples.shape;
  if (index.referenceCount < count) {
    throw new RangeError(`Expected all ${count} images, got ${index.referenceCount}.`);
  }
  const kept = Math.min(k, count - 1);
  const { indices, distances } = await index.search(samples, {
    neighborCount: kept + 1,
    signal,
    onProgress: ({ stage, completed, total }) => {
      if (stage === 'search') onProgress(completed / total);
    },
  });
  const graph = { k: kept, ids: new Uint32Array(count * kept), distances: new Float32Array(count * kept) };
  for (let row = 0; row < count; row++) {
    const [from, to] = [row * (kept + 1), (row + 1) * (kept + 1)];
    const list = {
      ids: Uint32Array.from(indices.data.subarray(from, to)),
      distances: distances.data.subarray(from, to),
    };
    const others = withoutSelf(list, row, kept);
    graph.ids.set(others.ids, row * kept);
    graph.distances.set(others.distances, row * kept);
  }
  return graph;
}

function rowOf(samples: Samples, row: number): Uint8Array | Float32Array {
  const { featureCount } = sampleShape(samples);
  return samples.data.slice(row * featureCount, (row + 1) * featureCount);
}
