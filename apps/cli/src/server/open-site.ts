import { DatasetFetchError, describeDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { UsageError } from '../usage-error.ts';
import { openServedDataset, type ServedDataset } from './data-api/served-dataset.ts';
import { pageFiles } from './page-files.ts';
import { pageFolder } from './page-folder.ts';
import { createSite, type Site } from './site.ts';

/** What the page is about, and what it compares with. */
const DEFAULT = { dataset: 'fashion-mnist', beside: 'mnist' } as const;

/**
 * The page over datasets, with the maps that the cache has of them.
 *
 * @param names - As typed; without any Fashion-MNIST, and MNIST, which is awaited where the cache does not have it.
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
    datasets.push(await openServedDataset(definition, { cacheDir }, context));
  }
  if (names.length > 0) return createSite(page, datasets);

  const site = createSite(page, datasets, [describeDataset(DEFAULT.beside)]);
  await addAwaited(site, { cacheDir, offline: true }, context);
  return site;
}

/** Adds the datasets that are awaited. One that cannot be had is no reason to show nothing: that is only told. */
export async function addAwaited(
  site: Site,
  options: { readonly cacheDir: string | undefined; readonly offline?: boolean },
  context: CommandContext,
): Promise<void> {
  const { progress } = context;
  for (const definition of site.awaited) {
    try {
      site.addDataset(await openServedDataset(definition, options, context));
    } catch (error) {
      if (!(error instanceof DatasetFetchError)) throw error;
      const [reason = ''] = error.message.split(/[:\n]/, 1);
      if (options.offline !== true) progress.warn(`${definition.title} is not shown: ${reason}`);
    } finally {
      progress.drop(definition.name);
    }
  }
}
