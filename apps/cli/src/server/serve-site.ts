import { once } from 'node:events';
import type { CommandContext } from '../context.ts';
import type { Method } from '../maps/map-document.ts';
import { describeDatasets } from './describe-site.ts';
import { isLocalHost } from './http/allowed-hosts.ts';
import type { Place } from './http/listen.ts';
import { startPageServer } from './http/page-server.ts';
import { type MissingMap, makeMaps, measureMaps, missingMaps } from './make-maps.ts';
import { addAwaited } from './open-site.ts';
import type { Site } from './site.ts';

export interface ServeOptions extends Place {
  readonly cacheDir?: string | undefined;
  /** The maps of all images that are there before the address is told; the others follow. */
  readonly maps: readonly Method[];
}

/**
 * Serves a site until it is interrupted, which is how it ends well. Maps that are missing are computed meanwhile, by
 * threads of their own.
 *
 * @throws {ListenError}
 */
export async function serveSite(site: Site, options: ServeOptions, context: CommandContext): Promise<void> {
  const { cacheDir, host, maps } = options;
  const { signal, progress, print } = context;
  const server = await startPageServer(site.find, options);
  try {
    const missing = missingMaps(site);
    const ahead = missing.filter((map) => isAhead(map, site, maps));
    const following = missing.filter((map) => !ahead.includes(map));
    await makeMaps(site, ahead, cacheDir, context);

    if (!isLocalHost(host))
      progress.warn(
        `others on the network can see this page; browsers give them no camera and one thread, as it is not https`,
      );
    const { lines, data } = describeDatasets(site, following);
    const awaited = site.awaited.map(({ title }) => `${title} will follow`);
    print([...lines, ...awaited, server.address, 'Ctrl-C ends it.'], {
      address: server.address,
      datasets: data,
    });
    await Promise.all([aborted(signal), follow(site, following, cacheDir, context)]);
  } finally {
    await server.close();
  }
}

/** Also where that has happened already, of which no event tells. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

/** Of the datasets beside the first only PCA, which takes a second. */
function isAhead({ definition, method }: MissingMap, { datasets }: Site, maps: readonly Method[]): boolean {
  const isFirst = definition.name === datasets[0]?.definition.name;
  return maps.includes(method) && (isFirst || method === 'pca');
}

async function follow(
  site: Site,
  missing: readonly MissingMap[],
  cacheDir: string | undefined,
  context: CommandContext,
): Promise<void> {
  const known = new Set(site.datasets.map(({ definition }) => definition));
  try {
    await Promise.all([addAwaited(site, { cacheDir }, context), makeMaps(site, missing, cacheDir, context)]);
    const added = missingMaps(site).filter(({ definition }) => !known.has(definition));
    await makeMaps(site, added, cacheDir, context);
    await measureMaps(site, cacheDir, context);
  } catch (error) {
    if (!context.signal.aborted) throw error;
  }
}
