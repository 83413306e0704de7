import type { LayoutEntry } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import { placerOf } from '../../../state/placers.ts';
import type { FoundNeighbors } from '../answer/use-nearest.ts';
import { useLatest } from '../use-latest.ts';
import { type FoundPlace, findPlace } from './find-place.ts';

/** Where a garment is on a map; undefined until it is known, and where no neighbour is on the map. */
export function usePlace(
  dataset: Dataset,
  layout: LayoutEntry | undefined,
  pixels: Uint8Array,
  found: FoundNeighbors | undefined,
): FoundPlace | undefined {
  const placer = layout && placerOf(dataset.entry.name, layout.id);
  const isReady = layout !== undefined && found !== undefined;
  const place = useLatest(
    isReady ? () => findPlace(dataset, layout, { pixels, ...found }, placer) : undefined,
    [dataset, layout, found, placer],
    'The garment has no place on this map',
  );
  return place?.layoutId === layout?.id ? place : undefined;
}
