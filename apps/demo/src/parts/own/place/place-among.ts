import { neighborWeights } from './neighbor-weights.ts';

/** A place on a map, in the layout's unit. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** Neighbours that a new point is placed by: as many as UMAP's default. */
const PLACED_BY = 15;

/**
 * The mean of the places of the nearest neighbours, weighted by nearness.
 *
 * @param ids - Nearest first.
 * @param positions - `x0, y0, ...` of all ids; NaN for those that are not on the map, which are passed over.
 * @returns Undefined where no neighbour is on the map.
 */
export function placeAmong(
  ids: Uint32Array,
  distances: Float32Array,
  positions: Float32Array,
): MapPlace | undefined {
  const placed = Array.from(ids, (id, at) => ({
    x: positions[2 * id] ?? Number.NaN,
    y: positions[2 * id + 1] ?? Number.NaN,
    distance: distances[at] ?? Number.NaN,
  }))
    .filter(({ x, y }) => !Number.isNaN(x + y))
    .slice(0, PLACED_BY);
  if (placed.length === 0) return undefined;
  const weights = neighborWeights(placed.map(({ distance }) => distance));
  const mean = (axis: 'x' | 'y') =>
    placed.reduce((sum, point, at) => sum + point[axis] * (weights[at] ?? 0), 0);
  return { x: mean('x'), y: mean('y') };
}
