import { once } from 'node:events';
import type { CommandContext } from '../context.ts';
import type { LoadedSplit } from '../datasets/load-split.ts';
import type { MapDocument } from '../maps/map-document.ts';
import { pageData } from './page-data.ts';
import { pageFolder } from './page-folder.ts';
import { startPageServer } from './page-server.ts';

/** Serves the page over a dataset and its maps until it is interrupted, which is how it ends well. */
export async function serveMaps(
  loaded: LoadedSplit,
  maps: readonly MapDocument[],
  port: number,
  { signal, print }: CommandContext,
): Promise<void> {
  const server = await startPageServer(pageFolder(), pageData(loaded, maps), port);
  try {
    const shown = maps.map(({ title }) => title).join(', ');
    print([`Serving ${shown} at ${server.address}`, 'Ctrl-C ends it.'], { address: server.address });
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await server.close();
  }
}
