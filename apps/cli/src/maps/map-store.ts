import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatasetDefinition, publishFile } from '@fashion-mnist/dataset-fetch';
import { derivedFolder } from '../datasets/derived-folder.ts';
import { systemCode } from '../system-code.ts';
import { type MapDocument, METHODS, type Method } from './map-document.ts';
import { mapExtent } from './map-extent.ts';
import { decodeMapFile, encodeMapFile } from './map-file.ts';
import { MAP_SPLITS, type MapSplit } from './map-source.ts';

/** What `serve` shows of a dataset: for each method the latest map of all images, and of each split as a whole. */
export interface MapStore {
  /**
   * Keeps a map, unless it is of a part of its images only. One that cannot be kept is no reason to lose it: that is
   * only told.
   */
  save(map: MapDocument, warn: (line: string) => void): Promise<void>;
  /** The maps that can be read, those of all images first, in the order of `METHODS`. */
  list(): Promise<readonly MapDocument[]>;
}

export function openMapStore(definition: DatasetDefinition, cacheDir?: string): MapStore {
  const folder = derivedFolder(definition, cacheDir);
  const pathOf = (method: Method, split: MapSplit) =>
    join(folder, `${method}-${mapExtent(definition, split).split}.map`);
  return {
    async save(map, warn) {
      if (!isWhole(map, definition)) return;
      try {
        await mkdir(folder, { recursive: true });
        await publishFile(pathOf(map.method, map.split), encodeMapFile(map));
      } catch (error) {
        if (systemCode(error) === '') throw error;
        warn(`the map cannot be kept for serve: ${(error as Error).message}`);
      }
    },
    async list() {
      const splits = new Set(MAP_SPLITS.toReversed().map((split) => mapExtent(definition, split).split));
      const wanted = [...splits].flatMap((split) => METHODS.map((method) => ({ method, split })));
      const maps = await Promise.all(
        wanted.map(async ({ method, split }) => {
          const map = await readMap(pathOf(method, split));
          return map?.method === method && isWhole(map, definition) ? map : undefined;
        }),
      );
      return maps.filter((map) => map !== undefined);
    },
  };
}

function isWhole({ split, sampleIndices, coordinates }: MapDocument, definition: DatasetDefinition): boolean {
  const { count } = mapExtent(definition, split);
  return sampleIndices.length === count && coordinates.length === 2 * count;
}

/** A map can always be computed again, so one that is missing or damaged counts as none. */
async function readMap(path: string): Promise<MapDocument | undefined> {
  try {
    const map = decodeMapFile(await readFile(path));
    return map.coordinates.every(Number.isFinite) && 'provenance' in map ? map : undefined;
  } catch {
    return undefined;
  }
}
