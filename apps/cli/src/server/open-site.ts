import { DatasetFetchError } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { UsageError } from '../usage-error.ts';
import { openServedDataset, type ServedDataset } from './data-api/served-dataset.ts';
import { pageFiles } from './page-files.ts';
import { pageFolder } from './page-folder.ts';
import { createSite, type Site } from './site.ts';

/** What the page is about, and beside it what it compares with, where that can be had. */
const DEFAULT = { dataset: 'fashion-mnist', beside: 'mnist' } as const;
const UNREACHABLE = new Set(['E_NO_SOURCE', 'E_OFFLINE']);

/**
 * The page over datasets, with the maps that the cache has of them.
 *
 * @param names - As typed; without any, Fashion-MNIST, and MNIST where it can be reached.
 */
export async function openSite(
  names: readonly string[],
  cacheDir: string | undefined,
  context: CommandContext,
): Promise<Site> {
  const page = pageFiles(pageFolder());
  const datasets: ServedDataset[] = [];
  for (const name of names.length > 0 ? names : [DEFAULT.dataset]) {
    const definition = await resolveDataset(name);
    if (datasets.some((other) => other.definition.name === definition.name))
      throw new UsageError(`expected datasets of different names, got ${definition.name} twice`);
    datasets.push(await openServedDataset(definition, cacheDir, context));
  }
  if (names.length > 0) return createSite(page, datasets);
  return createSite(page, [...datasets, ...(await openIfReachable(DEFAULT.beside, cacheDir, context))]);
}

async function openIfReachable(
  name: string,
  cacheDir: string | undefined,
  context: CommandContext,
): Promise<readonly ServedDataset[]> {
  try {
    return [await openServedDataset(await resolveDataset(name), cacheDir, context)];
  } catch (error) {
    if (!(error instanceof DatasetFetchError && UNREACHABLE.has(error.code))) throw error;
    context.progress.drop(name);
    context.progress.warn(`${name} cannot be reached, so it is not shown`);
    return [];
  }
}
