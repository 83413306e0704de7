import type { ImageDataset } from '@fashion-mnist/core';
import { scatterPng, scatterSvg } from '@fashion-mnist/visualize';
import type { LoadedSplit } from '../datasets/load-split.ts';
import { formatCount } from '../terminal/format.ts';
import type { MapDocument } from './map-document.ts';

/** The forms that a map can be written in. */
export const FORMATS = ['csv', 'json', 'svg', 'png'] as const;
export type Format = (typeof FORMATS)[number];

/** A map as the content of a file. */
export function renderMap(map: MapDocument, loaded: LoadedSplit, format: Format): string | Uint8Array {
  switch (format) {
    case 'csv':
      return csv(map, loaded.dataset);
    case 'json':
      return `${JSON.stringify(map)}\n`;
    case 'svg':
      return scatterSvg(pointsOf(map), captionOf(map, loaded));
    case 'png':
      return scatterPng(pointsOf(map), captionOf(map, loaded));
  }
}

function csv({ sampleIndices, coordinates }: MapDocument, { labels, classNames }: ImageDataset): string {
  const rows = sampleIndices.map((index, point) => {
    const label = labels[index] ?? 0;
    return [index, coordinates[2 * point], coordinates[2 * point + 1], label, classNames[label]].join();
  });
  return `${['index,x,y,label,class', ...rows].join('\n')}\n`;
}

function pointsOf({ sampleIndices, coordinates }: MapDocument) {
  return { data: Float32Array.from(coordinates), shape: [sampleIndices.length, 2] };
}

function captionOf(
  { title, sampleIndices, provenance, split }: MapDocument,
  { definition, dataset }: LoadedSplit,
) {
  return {
    labels: Uint8Array.from(sampleIndices, (index) => dataset.labels[index] ?? 0),
    classNames: dataset.classNames,
    title: `${definition.title} by ${title}`,
    subtitle: `${formatCount(sampleIndices.length)} ${split} images · ${provenance.engine}`,
  };
}
