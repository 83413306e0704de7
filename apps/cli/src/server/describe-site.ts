import { splitShape } from '../datasets/split-shape.ts';
import { METHOD_TITLES } from '../maps/map-document.ts';
import { formatCount } from '../terminal/format.ts';
import type { ServedDataset } from './data-api/served-dataset.ts';
import type { MissingMap } from './make-maps.ts';
import type { Site } from './site.ts';

export interface SiteDescription {
  readonly lines: readonly string[];
  readonly data: readonly {
    readonly name: string;
    readonly count: number;
    /** Ids of the maps that are there. */
    readonly layouts: readonly string[];
  }[];
}

/** What a site shows, a line for each dataset, and the same for programs. */
export function describeDatasets({ datasets }: Site, following: readonly MissingMap[]): SiteDescription {
  const described = datasets.map((dataset) => ({
    dataset,
    follows: following
      .filter(({ definition }) => definition === dataset.definition)
      .map(({ method }) => METHOD_TITLES[method]),
  }));
  return {
    lines: described.map(({ dataset, follows }) => lineOf(dataset, follows)),
    data: described.map(({ dataset }) => ({
      name: dataset.definition.name,
      count: imageCount(dataset),
      layouts: dataset.layouts.map(({ entry }) => entry.id),
    })),
  };
}

function lineOf(dataset: ServedDataset, follows: readonly string[]): string {
  const titles = dataset.layouts.map(({ entry }) => entry.title).join(', ') || 'no map yet';
  const later = follows.length === 0 ? '' : `; ${follows.join(', ')} will follow`;
  return `${dataset.definition.title}: ${formatCount(imageCount(dataset))} images, ${titles}${later}`;
}

function imageCount({ definition, splits }: ServedDataset): number {
  return splits.reduce((sum, { split }) => sum + splitShape(definition, split)[0], 0);
}
