import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultCacheDirectory, publishFile } from '@fashion-mnist/dataset-fetch';
import { systemCode } from '../system-code.ts';
import { type MapDocument, METHODS, type Method } from './map-document.ts';

/** The latest map of each method, beside the cached files: what `serve` shows. */
export interface MapStore {
  /** A map that cannot be kept is no reason to lose it: that is only told. */
  save(map: MapDocument, warn: (line: string) => void): Promise<void>;
  /** The maps that can be read, in the order of `METHODS`. */
  list(): Promise<readonly MapDocument[]>;
}

export function openMapStore(dataset: string, cacheDir: string = defaultCacheDirectory()): MapStore {
  const folder = join(cacheDir, dataset, 'maps');
  const pathOf = (method: Method) => join(folder, `${method}.json`);
  return {
    async save(map, warn) {
      try {
        await mkdir(folder, { recursive: true });
        await publishFile(pathOf(map.method), new TextEncoder().encode(JSON.stringify(map)));
      } catch (error) {
        if (systemCode(error) === '') throw error;
        warn(`the map cannot be kept for serve: ${(error as Error).message}`);
      }
    },
    async list() {
      const maps = await Promise.all(METHODS.map((method) => readMap(pathOf(method), method, dataset)));
      return maps.filter((map) => map !== undefined);
    },
  };
}

/** A map can always be computed again, so one that is missing or damaged counts as none. */
async function readMap(path: string, method: Method, dataset: string): Promise<MapDocument | undefined> {
  try {
    const map: MapDocument = JSON.parse(await readFile(path, 'utf8'));
    const isWhole =
      map.method === method &&
      map.dataset === dataset &&
      Array.isArray(map.sampleIndices) &&
      Array.isArray(map.coordinates) &&
      map.coordinates.length === 2 * map.sampleIndices.length;
    return isWhole ? map : undefined;
  } catch {
    return undefined;
  }
}
