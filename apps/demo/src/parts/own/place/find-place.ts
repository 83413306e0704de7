import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import type { PlaceImages } from '../../../state/placers.ts';
import { type MapPlace, neighborsOnMap, placeAmong } from './place-among.ts';

/** Where a garment is put on a map, and by what. */
export interface FoundPlace extends MapPlace {
  readonly layoutId: string;
  readonly by: 'transform' | 'neighbours';
  /** The nearest images that are on this map, at most 15, nearest first. */
  readonly neighborIds: Uint32Array;
}

/** What a garment is put on a map by. */
export interface PlacedGarment {
  readonly pixels: Uint8Array;
  readonly ids: Uint32Array;
  readonly distances: Float32Array;
}

/**
 * Asks the map itself where it was computed in this page; else goes among the nearest neighbours.
 *
 * @returns Undefined where no neighbour is on the map.
 */
export async function findPlace(
  dataset: Pick<Dataset, 'entry' | 'positions'>,
  layout: LayoutEntry,
  { pixels, ids, distances }: PlacedGarment,
  placer: PlaceImages | undefined,
): Promise<FoundPlace | undefined> {
  const neighbors = neighborsOnMap(ids, distances, await dataset.positions(layout));
  const found = { layoutId: layout.id, neighborIds: Uint32Array.from(neighbors, ({ id }) => id) };
  if (placer !== undefined) {
    const shape = [1, ...dataset.entry.imageShape];
    const [x = Number.NaN, y = Number.NaN] = await placer({ data: pixels, shape });
    return { ...found, x, y, by: 'transform' };
  }
  const place = placeAmong(neighbors);
  return place && { ...found, ...place, by: 'neighbours' };
}
