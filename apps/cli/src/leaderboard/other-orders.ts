import type { OtherOrder } from '@fashion-mnist/benchmark';
import type { Split } from '@fashion-mnist/core';
import { type DatasetDefinition, DatasetFetchError, loadDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';

/** Datasets whose files have the same names. */
const SIBLINGS: Readonly<Record<string, string>> = { 'fashion-mnist': 'mnist', mnist: 'fashion-mnist' };

/** The orders in which labels are that are easily taken for those of the test images. */
export async function loadOtherOrders(
  definition: DatasetDefinition,
  cacheDir: string | undefined,
  context: CommandContext,
): Promise<readonly OtherOrder[]> {
  const { dataset } = await loadSplit(definition, { split: 'train', cacheDir }, context);
  const testCount = definition.files.find(({ split }) => split === 'test')?.shape[0] ?? 0;
  const own = [
    { name: 'the first training images', labels: dataset.labels },
    { name: 'the last training images', labels: dataset.labels.subarray(-testCount) },
  ];
  const sibling = SIBLINGS[definition.name];
  if (sibling === undefined) return own;
  const others = await Promise.all(
    (['test', 'train'] as const).map(async (split) => {
      const labels = await cachedLabels(sibling, split, cacheDir, context.signal);
      return { name: `the ${split} images of ${sibling}`, labels };
    }),
  );
  return [...own, ...others.flatMap(({ name, labels }) => (labels === undefined ? [] : [{ name, labels }]))];
}

/** Labels of a dataset that the cache has; it is not fetched for a check. */
async function cachedLabels(
  dataset: string,
  split: Split,
  cacheDir: string | undefined,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    return (await loadDataset(dataset, { split, cacheDir, signal, offline: true })).labels;
  } catch (error) {
    if (error instanceof DatasetFetchError) return undefined;
    throw error;
  }
}
