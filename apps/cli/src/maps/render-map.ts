import {
  type PointClasses,
  scatterPng,
  scatterSvg,
  sideBySidePng,
  sideBySideSvg,
} from '@fashion-mnist/visualize';
import { formatCount } from '../terminal/format.ts';
import type { MapDocument } from './map-document.ts';
import { mapPoints } from './map-points.ts';
import type { MapSource } from './map-source.ts';

/** The forms that a map can be written in. */
export const FORMATS = ['csv', 'json', 'svg', 'png'] as const;
export type Format = (typeof FORMATS)[number];

/** A map and the images on it. */
export interface MappedImages {
  readonly map: MapDocument;
  readonly source: MapSource;
}

/** A map as the content of a file. */
export function renderMap({ map, source }: MappedImages, format: Format): string | Uint8Array {
  switch (format) {
    case 'csv':
      return csv(map, source.dataset);
    case 'json':
      return `${JSON.stringify(map)}\n`;
    case 'svg':
      return scatterSvg(mapPoints(map), captionOf(map, source));
    case 'png':
      return scatterPng(mapPoints(map), captionOf(map, source));
  }
}

/** Several maps side by side as the content of a file. */
export function renderBeside(
  mapped: readonly MappedImages[],
  format: Extract<Format, 'svg' | 'png'>,
): string | Uint8Array {
  const panels = mapped.map(({ map, source }) => ({
    coordinates: mapPoints(map),
    ...captionOf(map, source),
  }));
  return format === 'svg' ? sideBySideSvg(panels) : sideBySidePng(panels);
}

/** The classes of the points of a map. */
export function classesOf(
  { sampleIndices }: MapDocument,
  { labels, classNames }: MapSource['dataset'],
): PointClasses {
  return { labels: Uint8Array.from(sampleIndices, (index) => labels[index] ?? 0), classNames };
}

function csv(
  { sampleIndices, coordinates }: MapDocument,
  { labels, classNames }: MapSource['dataset'],
): string {
  const rows = sampleIndices.map((index, point) => {
    const label = labels[index] ?? 0;
    return [index, coordinates[2 * point], coordinates[2 * point + 1], label, classNames[label]].join();
  });
  return `${['index,x,y,label,class', ...rows].join('\n')}\n`;
}

function captionOf(map: MapDocument, { definition, dataset }: MapSource) {
  const count = formatCount(map.sampleIndices.length);
  const kind = map.split === 'all' ? '' : ` ${map.split}`;
  return {
    ...classesOf(map, dataset),
    title: `${definition.title} by ${map.title}`,
    subtitle: `${count}${kind} images · ${map.provenance.engine}`,
  };
}
