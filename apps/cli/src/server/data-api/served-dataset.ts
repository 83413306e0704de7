import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../../context.ts';
import type { LoadSplitOptions } from '../../datasets/load-split.ts';
import { splitsOf } from '../../datasets/splits-of.ts';
import { openMapStore } from '../../maps/map-store.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type PackedSplit, packSplit } from './packed-split.ts';

/** A dataset and its maps, as far as there are any. */
export interface ServedDataset {
  readonly definition: DatasetDefinition;
  readonly splits: readonly PackedSplit[];
  readonly layouts: readonly Layout[];
}

/** Makes a dataset ready to be served, with the maps that the cache has of it; fetched if need be. */
export async function openServedDataset(
  definition: DatasetDefinition,
  options: Omit<LoadSplitOptions, 'split'>,
  context: CommandContext,
): Promise<ServedDataset> {
  const splits: PackedSplit[] = [];
  for (const split of splitsOf(definition)) splits.push(await packSplit(definition, split, options, context));
  const maps = await openMapStore(definition, options.cacheDir).list();
  return { definition, splits, layouts: maps.map((map) => layoutOf(map, definition)) };
}
