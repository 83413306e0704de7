import type { CommandContext, CommonOptions } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { computeMap } from '../maps/compute-map.ts';
import type { MapDocument } from '../maps/map-document.ts';
import { openMapStore } from '../maps/map-store.ts';
import { serveMaps } from '../server/serve-maps.ts';

export interface ServeCommandOptions extends CommonOptions {
  readonly port: number;
  readonly cacheDir?: string;
}

export async function serveCommand(
  argument: string,
  options: ServeCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { port, cacheDir } = options;
  const { signal, progress } = context;
  const definition = await resolveDataset(argument);
  const loaded = await loadSplit(definition, { split: 'test', cacheDir }, context);
  const store = openMapStore(definition.name, cacheDir);

  /** Without any map yet, the quickest one. */
  async function firstMap(): Promise<readonly MapDocument[]> {
    const map = await computeMap(loaded, { method: 'pca' }, { signal, onProgress: progress.listen('pca') });
    await store.save(map, progress.warn);
    return [map];
  }

  const stored = await store.list();
  await serveMaps(loaded, stored.length > 0 ? stored : await firstMap(), port, context);
}
