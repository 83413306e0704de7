import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { splitShape } from '../datasets/split-shape.ts';
import { splitsOf } from '../datasets/splits-of.ts';
import type { MapSplit } from './map-source.ts';

/** The images of a dataset that a map is of: ids count the training images, then the test images. */
export interface MapExtent {
  /** `all` also for the only split that there is. */
  readonly split: MapSplit;
  /** Id of the first image. */
  readonly first: number;
  readonly count: number;
}

/** Which images the whole of a split is, or all. */
export function mapExtent(definition: DatasetDefinition, split: MapSplit): MapExtent {
  const splits = splitsOf(definition);
  const counts = splits.map((part) => splitShape(definition, part)[0]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const place = splits.findIndex((part) => part === split);
  if (place < 0 || splits.length === 1) return { split: 'all', first: 0, count: total };
  const first = counts.slice(0, place).reduce((sum, count) => sum + count, 0);
  return { split, first, count: counts[place] ?? 0 };
}
