import type { ImageDataset, Split } from '@fashion-mnist/core';
import { type DatasetDefinition, loadDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { requireSplit } from './splits-of.ts';

/** Images and labels, and what is known of where they come from. */
export interface LoadedSplit {
  readonly definition: DatasetDefinition;
  readonly dataset: ImageDataset & { readonly split: Split };
}

export interface LoadSplitOptions {
  readonly split: Split;
  readonly cacheDir?: string | undefined;
  /** Take nothing but what the cache has. @default as FASHION_MNIST_OFFLINE says */
  readonly offline?: boolean | undefined;
}

/** One split of a dataset, fetched if need be; progress is shown under the dataset's name. */
export async function loadSplit(
  definition: DatasetDefinition,
  { split, ...options }: LoadSplitOptions,
  { signal, progress }: CommandContext,
): Promise<LoadedSplit> {
  requireSplit(definition, split);
  const onProgress = progress.listen(definition.name);
  const dataset = await loadDataset(definition, { split, ...options, signal, onProgress });
  progress.drop(definition.name);
  return { definition, dataset: { ...dataset, split } };
}
