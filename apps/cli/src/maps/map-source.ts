import type { ImageDataset, Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
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
  return { definition, dataset: joined(parts) };
}

async function loadPart(
  definition: DatasetDefinition,
  split: Split,
  options: Omit<LoadSplitOptions, 'split'>,
  context: CommandContext,
): Promise<ImageDataset> {
  return (await loadSplit(definition, { split, ...options }, context)).dataset;
}

function joined(parts: readonly ImageDataset[]): MapSource['dataset'] {
  const [first] = parts;
  if (first === undefined) throw new Error('a dataset has at least one split');
  const [, ...imageShape] = first.images.shape;
  const labels = concatenate(parts.map((part) => part.labels));
  const pixels = concatenate(parts.map(({ images }) => images.data));
  return { ...first, split: 'all', images: { data: pixels, shape: [labels.length, ...imageShape] }, labels };
}

function concatenate(arrays: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
