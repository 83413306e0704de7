import { neighborWeights } from './neighbor-weights.ts';

/** A place on a map, in the layout's unit. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** An image near a garment that is on the map. */
export interface MapNeighbor extends MapPlace {
  readonly id: number;
  readonly distance: number;
}

/** Neighbours that a new point is placed by: as many as UMAP's default. */
const PLACED_BY = 15;

/**
 * The nearest images that are on a map, at most 15.
 *
 * @param ids - Nearest first.
 * @param positions - `x0, y0, ...` of all ids; NaN for those that are not on the map.
 */
export function neighborsOnMap(
  ids: Uint32Array,
  distances: Float32Array,
  positions: Float32Array,
): readonly MapNeighbor[] {
  return Array.from(ids, (id, at) => ({
    id,
    x: positions[2 * id] ?? Number.NaN,
    y: positions[2 * id + 1] ?? Number.NaN,
    distance: distances[at] ?? Number.NaN,
  }))
    .filter(({ x, y }) => !Number.isNaN(x + y))
    .slice(0, PLACED_BY);
}

/** The mean of the places of neighbours, weighted by nearness; undefined without neighbours. */
export function placeAmong(neighbors: readonly MapNeighbor[]): MapPlace | undefined {
  if (neighbors.length === 0) return undefined;
  const weights = neighborWeights(neighbors.map(({ distance }) => distance));
  const mean = (axis: 'x' | 'y') =>
    neighbors.reduce((sum, neighbor, at) => sum + neighbor[axis] * (weights[at] ?? 0), 0);
  return { x: mean('x'), y: mean('y') };
}
