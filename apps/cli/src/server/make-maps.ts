import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { CommandContext } from '../context.ts';
import { computeMap } from '../maps/compute-map.ts';
import { METHOD_TITLES, METHODS, type Method } from '../maps/map-document.ts';
import { loadMapSource } from '../maps/map-source.ts';
import { openMapStore } from '../maps/map-store.ts';
import { measureMap } from '../maps/measure-map.ts';
import { formatCount } from '../terminal/format.ts';
import type { Site } from './site.ts';

/** A map of all images of a dataset that is not there yet. */
export interface MissingMap {
  readonly definition: DatasetDefinition;
  readonly method: Method;
}

/** The quickest first. */
const BY_TIME: readonly Method[] = ['pca', 'umap', 'tsne'];

/** What is missing of the maps of all images, in the order in which it is best made. */
export function missingMaps({ datasets }: Site): readonly MissingMap[] {
  return BY_TIME.filter((method) => METHODS.includes(method)).flatMap((method) =>
    datasets
      .filter(({ layouts }) => layouts.every(({ entry }) => entry.id !== method))
      .map(({ definition }) => ({ definition, method })),
  );
}

/** Computes maps one after the other; each is kept, and offered as soon as it is there. */
export async function makeMaps(
  site: Site,
  missing: readonly MissingMap[],
  cacheDir: string | undefined,
  context: CommandContext,
): Promise<void> {
  const { progress, signal } = context;
  for (const { definition, method } of missing) {
    const job = `${METHOD_TITLES[method]} of ${definition.title}`;
    await unlessImpossible(job, context, async () => {
      const source = await loadMapSource(definition, { split: 'all', cacheDir }, context);
      const map = await computeMap(source, { method }, { signal, onProgress: progress.listen(job) });
      await openMapStore(definition, cacheDir).save(map, progress.warn);
      site.addMap(definition.name, map);
      const count = formatCount(map.sampleIndices.length);
      progress.finish(job, `${job}: ${count} images in ${map.provenance.seconds} s`);
    });
  }
}

/** Measures the maps of the cache that nobody has measured; the figures are kept and offered with them. */
export async function measureMaps(
  site: Site,
  cacheDir: string | undefined,
  context: CommandContext,
): Promise<void> {
  const { progress, signal } = context;
  for (const { definition } of site.datasets) {
    const store = openMapStore(definition, cacheDir);
    const unmeasured = (await store.list()).filter(({ quality }) => quality === undefined);
    for (const map of unmeasured) {
      const job = `quality of ${map.title} of ${definition.title}`;
      await unlessImpossible(job, context, async () => {
        const source = await loadMapSource(definition, { split: map.split, cacheDir }, context);
        const quality = await measureMap(map, source, { signal, onProgress: progress.listen(job) });
        if (quality === undefined) return;
        await store.save({ ...map, quality }, progress.warn);
        site.addMap(definition.name, { ...map, quality });
      });
    }
  }
}

/** Few images have no t-SNE, images that are all alike no map: the others are shown all the same. */
async function unlessImpossible(
  job: string,
  { progress, signal }: CommandContext,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    signal.throwIfAborted();
    progress.warn(`no ${job}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    progress.drop(job);
  }
}
