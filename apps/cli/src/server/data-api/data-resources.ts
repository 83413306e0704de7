import { splitShape } from '../../datasets/split-shape.ts';
import { REVALIDATED } from '../http/cache-policy.ts';
import type { Resource } from '../http/resource.ts';
import type { DataFile, DataIndex, DatasetEntry, SplitEntry } from './data-index.ts';
import type { PackedFile, PackedSplit } from './packed-split.ts';
import type { ServedDataset } from './served-dataset.ts';

/** All that the page asks for under `data/`, by path. */
export function dataResources(datasets: readonly ServedDataset[]): ReadonlyMap<string, Resource> {
  const index: DataIndex = { version: 1, datasets: datasets.map(datasetEntry) };
  return new Map([
    ['data/index.json', inMemory('application/json', new TextEncoder().encode(JSON.stringify(index)))],
    ...datasets.flatMap(filesOf),
  ]);
}

function datasetEntry({ definition, splits, layouts }: ServedDataset): DatasetEntry {
  const { name, title, classNames } = definition;
  const entries: SplitEntry[] = [];
  let first = 0;
  for (const packed of splits) {
    const [count] = splitShape(definition, packed.split);
    const { images, labels } = filesOfSplit(name, packed);
    entries.push({ split: packed.split, first, count, images: images.entry, labels: labels.entry });
    first += count;
  }
  const [, height, width] = splitShape(definition, splits[0]?.split ?? 'train');
  return {
    name,
    title,
    classNames,
    imageShape: [height, width],
    splits: entries,
    layouts: layouts.map(({ entry }) => entry),
  };
}

function filesOf({ definition, splits, layouts }: ServedDataset): readonly (readonly [string, Resource])[] {
  const packed = splits.flatMap((split) => Object.values(filesOfSplit(definition.name, split)));
  return [
    ...packed.map(({ entry, resource }) => [entry.href, resource] as const),
    ...layouts.map(({ entry, bytes }) => [entry.href, inMemory('application/octet-stream', bytes)] as const),
  ];
}

function filesOfSplit(name: string, { split, images, labels }: PackedSplit) {
  const fileOf = (content: string, { bytes, content: source }: PackedFile) => {
    const entry: DataFile = { href: `data/${name}/${split}-${content}.gz`, bytes };
    const resource: Resource = { type: 'application/gzip', cacheControl: REVALIDATED, content: source };
    return { entry, resource };
  };
  return { images: fileOf('images', images), labels: fileOf('labels', labels) };
}

function inMemory(type: string, bytes: Uint8Array): Resource {
  return { type, cacheControl: REVALIDATED, content: { bytes } };
}
