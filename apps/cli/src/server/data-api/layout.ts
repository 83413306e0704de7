import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { type MapDocument, METHODS } from '../../maps/map-document.ts';
import { mapExtent } from '../../maps/map-extent.ts';
import type { LayoutEntry, LayoutQuality } from './data-index.ts';
import { quantize } from './quantize.ts';

/** A map as the page gets it. */
export interface Layout {
  readonly entry: LayoutEntry;
  readonly bytes: Uint8Array;
}

/** The layout of a map of all images, or of a split as a whole. */
export function layoutOf(map: MapDocument, definition: DatasetDefinition): Layout {
  const { split, first, count } = mapExtent(definition, map.split);
  const { method, title, provenance, quality } = map;
  const { engine, options, seconds, createdAt } = provenance;
  const id = split === 'all' ? method : `${method}-${split}`;
  const { bytes, bounds } = quantize(map.coordinates);
  const entry: LayoutEntry = {
    id,
    method,
    title: split === 'all' ? title : `${title} (${split})`,
    first,
    count,
    href: `data/${definition.name}/layouts/${id}.bin`,
    bytes: bytes.length,
    bounds,
    engine,
    options,
    seconds,
    createdAt,
    ...(quality !== undefined && { quality: layoutQuality(quality) }),
  };
  return { entry, bytes };
}

/** Layouts with another among them, which takes the place of the one of its id; those of all images come first. */
export function withLayout(layouts: readonly Layout[], added: Layout): readonly Layout[] {
  const rank = ({ entry: { id, method } }: Layout) =>
    (id === method ? 0 : METHODS.length) + METHODS.indexOf(method);
  return [...layouts.filter(({ entry }) => entry.id !== added.entry.id), added].toSorted(
    (a, b) => rank(a) - rank(b) || b.entry.first - a.entry.first,
  );
}

function layoutQuality(quality: NonNullable<MapDocument['quality']>): LayoutQuality {
  const { trustworthiness, continuity, neighborRecall, queryCount, neighborCount } = quality;
  return { trustworthiness, continuity, neighborRecall, queryCount, nNeighbors: neighborCount };
}
