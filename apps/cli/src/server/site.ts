import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { MapDocument } from '../maps/map-document.ts';
import { dataResources } from './data-api/data-resources.ts';
import { layoutOf, withLayout } from './data-api/layout.ts';
import type { ServedDataset } from './data-api/served-dataset.ts';
import type { Resource } from './http/resource.ts';

/** The page and its data, which grow by datasets and maps. */
export interface Site {
  readonly datasets: readonly ServedDataset[];
  /** What the page is glad to have beside the datasets, and is not in the cache. */
  readonly awaited: readonly DatasetDefinition[];
  /** By path, relative to the page. */
  resources(): ReadonlyMap<string, Resource>;
  /** What is at a path that begins with a slash. */
  find(path: string): Resource | undefined;
  /** Offers a dataset that is awaited no longer. */
  addDataset(dataset: ServedDataset): void;
  /** Offers a map of a dataset, in place of the one before it. */
  addMap(datasetName: string, map: MapDocument): void;
}

export function createSite(
  page: ReadonlyMap<string, Resource>,
  opened: readonly ServedDataset[],
  wished: readonly DatasetDefinition[] = [],
): Site {
  let datasets = opened;
  let awaited = wished;
  let data = dataResources(datasets);
  return {
    get datasets() {
      return datasets;
    },
    get awaited() {
      return awaited;
    },
    resources: () => new Map([...page, ...data]),
    find(path) {
      const name = path === '/' ? 'index.html' : path.slice(1);
      return page.get(name) ?? data.get(name);
    },
    addDataset(dataset) {
      datasets = [...datasets, dataset];
      awaited = awaited.filter(({ name }) => name !== dataset.definition.name);
      data = dataResources(datasets);
    },
    addMap(datasetName, map) {
      datasets = datasets.map((dataset) =>
        dataset.definition.name === datasetName
          ? { ...dataset, layouts: withLayout(dataset.layouts, layoutOf(map, dataset.definition)) }
          : dataset,
      );
      data = dataResources(datasets);
    },
  };
}
