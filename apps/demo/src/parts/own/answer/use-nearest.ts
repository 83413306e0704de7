import type { Dataset } from '../../../data/dataset.ts';
import { nearestTo } from '../../../work/neighbors/neighbors-client.ts';
import { useLatest } from '../use-latest.ts';

/** The images of the dataset that are nearest to a garment, nearest first. */
export interface FoundNeighbors {
  readonly ids: Uint32Array;
  readonly distances: Float32Array;
  /** Classes of these images. */
  readonly labels: Uint8Array;
  /** How many images had arrived. */
  readonly searchedCount: number;
}

/** So many that some of them are on a map that shows one image in seven. */
const NEIGHBORS = 100;
/** A search among fewer says little. */
const ENOUGH = 10_000;

/** Searches once enough images have arrived, and again when all have. */
export function useNearest(dataset: Dataset | undefined, pixels: Uint8Array): FoundNeighbors | undefined {
  const arrived = dataset?.imageCount.value ?? 0;
  const total = dataset?.count ?? 0;
  const enough = arrived === total ? total : arrived >= ENOUGH ? ENOUGH : 0;
  const isReady = dataset !== undefined && enough > 0;
  return useLatest(
    isReady ? (signal) => searchAmong(dataset, pixels, signal) : undefined,
    [dataset, pixels, enough],
    'The neighbours were not found',
  );
}

async function searchAmong(
  dataset: Dataset,
  pixels: Uint8Array,
  signal: AbortSignal,
): Promise<FoundNeighbors> {
  const searchedCount = dataset.imageCount.peek();
  const [labels, { ids, distances }] = await Promise.all([
    dataset.labels(),
    nearestTo(dataset, { image: pixels }, { k: NEIGHBORS, space: 'pixels', signal }),
  ]);
  return { ids, distances, labels: Uint8Array.from(ids, (id) => labels[id] ?? 0), searchedCount };
}
