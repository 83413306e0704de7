import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import type { PlaceImages } from '../../../state/placers.ts';
import { type MapPlace, placeAmong } from './place-among.ts';

/** Where a garment is put on a map, and by what. */
export interface FoundPlace extends MapPlace {
  readonly layoutId: string;
  readonly by: 'transform' | 'neighbours';
}

/** What a garment is put on a map by. */
export interface PlacedGarment {
  readonly pixels: Uint8Array;
  readonly ids: Uint32Array;
  readonly distances: Float32Array;
}

/** Asks the map itself where it was computed in this page; else goes among the nearest neighbours. */
export async function findPlace(
  dataset: Dataset,
  layout: LayoutEntry,
  { pixels, ids, distances }: PlacedGarment,
  placer: PlaceImages | undefined,
): Promise<FoundPlace | undefined> {
  if (placer !== undefined) {
    const [x = Number.NaN, y = Number.NaN] = await placer({
      data: pixels,
      shape: [1, ...dataset.entry.imageShape],
    });
    return { x, y, layoutId: layout.id, by: 'transform' };
  }
  const place = placeAmong(ids, distances, await dataset.positions(layout));
  return place && { ...place, layoutId: layout.id, by: 'neighbours' };
}
