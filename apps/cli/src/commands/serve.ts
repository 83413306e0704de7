import { loadDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext, CommonOptions } from '../context.ts';
import { computeMap } from '../maps/compute-map.ts';
import type { MapDocument } from '../maps/map-document.ts';
import { openMapStore } from '../maps/map-store.ts';
import { serveMaps } from '../server/serve-maps.ts';

export interface ServeCommandOptions extends CommonOptions {
  readonly port: number;
  readonly cacheDir?: string;
}

export async function serveCommand(
  name: string,
  options: ServeCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { port, cacheDir } = options;
  const { signal, progress } = context;
  const dataset = await loadDataset(name, {
    split: 'test',
    cacheDir,
    signal,
    onProgress: progress.listen(name),
  });

  /** Without any map yet, the quickest one. */
  async function firstMap(): Promise<readonly MapDocument[]> {
    const map = await computeMap(dataset, { method: 'pca' }, { signal, onProgress: progress.listen('pca') });
    await openMapStore(name, cacheDir).save(map);
    return [map];
  }

  const stored = await openMapStore(name, cacheDir).list();
  await serveMaps(dataset, stored.length > 0 ? stored : await firstMap(), port, context);
}
