import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  DatasetFetchError,
  type DatasetSource,
  type FetchedDataset,
  type FetchOptions,
  fetchDataset,
} from '@fashion-mnist/dataset-fetch';
import { vi } from 'vitest';
import type { TransferTimeouts } from '../../src/transfer/watchdog.ts';
import {
  type FaultServer,
  type FaultServerOptions,
  startFaultServer,
} from '../fault-server/start-fault-server.ts';
import { PATIENCE } from '../fault-server/try-download.ts';
import { type TinyDataset, tinyDataset } from './tiny-dataset.ts';

/** What `fetchDataset` hands down to a download without promising it to users. */
export interface TestOptions extends FetchOptions {
  readonly timeouts?: Partial<TransferTimeouts>;
}

/** How a fetch ended. */
export interface Ending {
  readonly fetched?: FetchedDataset;
  readonly failure?: DatasetFetchError;
}

/** Settings of the machine that would keep a fetch from the servers of a test. */
const PROXY_SETTINGS = ['http_proxy', 'https_proxy', 'no_proxy'];

/** A cache folder of its own for one test, and servers that have the files of the tiny dataset. */
export interface FetchPlace {
  readonly cacheDir: string;
  readonly tiny: TinyDataset;
  serve(options?: FaultServerOptions, files?: ReadonlyMap<string, Uint8Array>): Promise<FaultServer>;
  /** Fetches the tiny dataset with little patience and without further rounds. */
  fetch(sources: readonly DatasetSource[], options?: TestOptions): Promise<Ending>;
  /** The files that hold exactly what they should, sorted. */
  listRight(): Promise<string[]>;
  /** The files that are there under their final names, right or wrong, sorted. */
  listPublished(): Promise<string[]>;
  /** All that lies in the cache folder and is neither a file of the dataset nor its stamp, sorted. */
  listOthers(): Promise<string[]>;
  remove(): Promise<void>;
}

export function sourceAt({ baseUrl }: FaultServer): DatasetSource {
  return { kind: 'https', baseUrl };
}

export async function createFetchPlace(tiny: TinyDataset = tinyDataset()): Promise<FetchPlace> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'fetch-place-'));
  const folder = join(cacheDir, 'tiny');
  const servers: FaultServer[] = [];
  for (const name of PROXY_SETTINGS) vi.stubEnv(name, '');
  return {
    cacheDir,
    tiny,
    async serve(options, files = tiny.published) {
      const server = await startFaultServer(files, options);
      servers.push(server);
      return server;
    },
    async fetch(sources, options) {
      const patience: TestOptions = {
        cacheDir,
        offline: false,
        retries: 0,
        timeouts: PATIENCE,
        ...options,
      };
      try {
        return { fetched: await fetchDataset(tiny.from(...sources), patience) };
      } catch (error) {
        if (error instanceof DatasetFetchError) return { failure: error };
        throw error;
      }
    },
    async listRight() {
      const names = [...tiny.contents.keys()].toSorted();
      const right = names.map(async (name) => {
        const bytes = await readFile(join(folder, name)).catch(() => undefined);
        return bytes !== undefined && Buffer.compare(bytes, tiny.contents.get(name) ?? bytes) === 0;
      });
      const isRight = await Promise.all(right);
      return names.filter((_, index) => isRight[index]);
    },
    async listPublished() {
      return (await listFiles(folder)).filter((path) => tiny.contents.has(path));
    },
    async listOthers() {
      const expected = new Set(
        [...tiny.contents.keys()].flatMap((name) => [name, `.fashion-mnist/${name}.json`]),
      );
      return (await listFiles(folder)).filter((path) => !expected.has(path));
    },
    async remove() {
      for (const server of servers) await server.close();
      await rm(cacheDir, { recursive: true });
    },
  };
}

/** Paths of all files below a folder, relative to it, with slashes, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
