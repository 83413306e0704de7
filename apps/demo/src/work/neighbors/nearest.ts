/** Images near another one, nearest first. */
export interface NearestImages {
  readonly ids: Uint32Array;
  /** Euclidean, of pixels 0..255 or of features. */
  readonly distances: Float32Array;
}

/** The nearest other images of every image of a dataset, nearest first. */
export interface NeighborGraph {
  /** Neighbours of each image. */
  readonly k: number;
  /** Shape `[count, k]`. */
  readonly ids: Uint32Array;
  /** Shape `[count, k]`, Euclidean, of pixels 0..255. */
  readonly distances: Float32Array;
}

/** The `k` nearest of some lists, each nearest first; equal distances in the order of the ids. */
export function mergeNearest(lists: readonly NearestImages[], k: number): NearestImages {
  const all = lists.flatMap(({ ids, distances }) =>
    Array.from(ids, (id, place) => ({ id, distance: distances[place] ?? Number.NaN })),
  );
  const nearest = all.toSorted((a, b) => a.distance - b.distance || a.id - b.id).slice(0, k);
  return {
    ids: Uint32Array.from(nearest, ({ id }) => id),
    distances: Float32Array.from(nearest, ({ distance }) => distance),
  };
}

/**
 * Leaves an image out of its own list.
 *
 * @param k - How many of the others remain at most.
 */
export function withoutSelf({ ids, distances }: NearestImages, self: number, k: number): NearestImages {
  const isOther = (_: number, place: number) => ids[place] !== self;
  return { ids: ids.filter(isOther).subarray(0, k), distances: distances.filter(isOther).subarray(0, k) };
}
