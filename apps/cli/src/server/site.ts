import type { MapDocument } from '../maps/map-document.ts';
import { dataResources } from './data-api/data-resources.ts';
import { layoutOf, withLayout } from './data-api/layout.ts';
import type { ServedDataset } from './data-api/served-dataset.ts';
import type { Resource } from './http/resource.ts';

/** The page and its data, which grow by maps. */
export interface Site {
  readonly datasets: readonly ServedDataset[];
  /** By path, relative to the page. */
  resources(): ReadonlyMap<string, Resource>;
  /** What is at a path that begins with a slash. */
  find(path: string): Resource | undefined;
  /** Offers a map of a dataset, in place of the one before it. */
  addMap(datasetName: string, map: MapDocument): void;
}

export function createSite(page: ReadonlyMap<string, Resource>, opened: readonly ServedDataset[]): Site {
  let datasets = opened;
  let data = dataResources(datasets);
  return {
    get datasets() {
      return datasets;
    },
    resources: () => new Map([...page, ...data]),
    find(path) {
      const name = path === '/' ? 'index.html' : path.slice(1);
      return page.get(name) ?? data.get(name);
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
