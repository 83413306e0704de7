import type { ImageDataset, Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { joinSplits } from '../datasets/join-splits.ts';
import { type LoadSplitOptions, loadSplit } from '../datasets/load-split.ts';
import { splitsOf } from '../datasets/splits-of.ts';

/** The images that can be mapped together: those of a split, or all of a dataset. */
export const MAP_SPLITS = ['train', 'test', 'all'] as const;
export type MapSplit = (typeof MAP_SPLITS)[number];

/** Images to map, and what is known of where they come from. */
export interface MapSource {
  readonly definition: DatasetDefinition;
  readonly dataset: Omit<ImageDataset, 'split'> & { readonly split: MapSplit };
}

/** One split of a dataset, or its splits one after the other, training first. */
export async function loadMapSource(
  definition: DatasetDefinition,
  { split, ...options }: Omit<LoadSplitOptions, 'split'> & { readonly split: MapSplit },
  context: CommandContext,
): Promise<MapSource> {
  if (split !== 'all') return loadSplit(definition, { split, ...options }, context);
  const parts: ImageDataset[] = [];
  for (const part of splitsOf(definition)) parts.push(await loadPart(definition, part, options, context));
  return { definition, dataset: { ...joinSplits(parts), split: 'all' } };
}

async function loadPart(
  definition: DatasetDefinition,
  split: Split,
  options: Omit<LoadSplitOptions, 'split'>,
  context: CommandContext,
): Promise<ImageDataset> {
  return (await loadSplit(definition, { split, ...options }, context)).dataset;
}
