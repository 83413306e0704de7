import { encodeIdx } from '@fashion-mnist/idx-format';
import type { LoadedSplit } from '../datasets/load-split.ts';
import type { MapDocument } from '../maps/map-document.ts';

/** A response of the data API of the page. */
export interface PageResource {
  readonly type: string;
  readonly body: Uint8Array;
}

/** What the page asks for under `/data`, all in memory: verified images and labels, and the maps. */
export function pageData(
  { definition, dataset }: LoadedSplit,
  maps: readonly MapDocument[],
): ReadonlyMap<string, PageResource> {
  const index = {
    dataset: dataset.name,
    title: definition.title,
    split: dataset.split,
    classNames: dataset.classNames,
    maps: maps.map(({ method, title, sampleIndices }) => {
      return { method, title, count: sampleIndices.length, href: `./data/maps/${method}.json` };
    }),
  };
  const labels = { data: dataset.labels, shape: [dataset.labels.length] };
  return new Map([
    ['/data/index.json', json(index)],
    ['/data/images', { type: 'application/octet-stream', body: encodeIdx(dataset.images) }],
    ['/data/labels', { type: 'application/octet-stream', body: encodeIdx(labels) }],
    ...maps.map((map) => [`/data/maps/${map.method}.json`, json(map)] as const),
  ]);
}

function json(value: unknown): PageResource {
  return { type: 'application/json', body: new TextEncoder().encode(JSON.stringify(value)) };
}
