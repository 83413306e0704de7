import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchDataset, verifyDataset } from '@fashion-mnist/dataset-fetch';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FaultServer, startFaultServer } from './fault-server/start-fault-server.ts';
import { listFiles, sourceAt } from './fetcher/fetch-place.ts';
import { officialFiles } from './official-files.ts';

const TRAIN_IMAGES = 'train-images-idx3-ubyte.gz';
const TRAIN_IMAGES_BYTES = 26_421_880;
const ALLOWED_WASTE = 64 * 1024;
const MINUTES = 60_000;

const official = await officialFiles();

describe.skipIf(official === undefined)(
  'the official files of Fashion-MNIST on a server',
  () => {
    let server: FaultServer;
    let cacheDir: string;

    beforeEach(async () => {
      vi.stubEnv('http_proxy', '');
      server = await startFaultServer(official ?? new Map());
      cacheDir = await mkdtemp(join(tmpdir(), 'fetch-official-'));
    });
    afterEach(async () => {
      await server.close();
      await rm(cacheDir, { recursive: true });
    });

    const fetchAll = () =>
      fetchDataset('fashion-mnist', { cacheDir, offline: false, retries: 0, sources: [sourceAt(server)] });

    it('are fetched, unpacked and known by their publisher', async () => {
      const { files } = await fetchAll();
      expect(files.map(({ wrapping }) => wrapping)).toEqual(new Array(4).fill('zalandoresearch'));
      expect(server.requests).toHaveLength(4);
      const states = await verifyDataset('fashion-mnist', { cacheDir });
      expect(states.map(({ state }) => state)).toEqual(new Array(4).fill('verified'));
    });

    it.each([
      { share: '1 byte', afterBytes: 1 },
      { share: '50 %', afterBytes: TRAIN_IMAGES_BYTES / 2 },
      { share: '99.99 %', afterBytes: Math.floor(TRAIN_IMAGES_BYTES * 0.9999) },
    ])('are resumed with at most 64 KiB sent twice after a cut at $share', async ({ afterBytes }) => {
      server.script({ kind: 'cut', afterBytes });
      const { files } = await fetchAll();
      expect(files.map(({ wrapping }) => wrapping)).toEqual(new Array(4).fill('zalandoresearch'));
      expect(server.bytesSent(TRAIN_IMAGES)).toBeGreaterThanOrEqual(TRAIN_IMAGES_BYTES);
      expect(server.bytesSent(TRAIN_IMAGES)).toBeLessThanOrEqual(TRAIN_IMAGES_BYTES + ALLOWED_WASTE);
      expect((await listFiles(cacheDir)).filter((name) => /download|unfinished/.test(name))).toEqual([]);
    });

    it('are asked for again in the next fetch after a cut before the first byte', async () => {
      server.script({ kind: 'cut', afterBytes: 0 });
      await expect(fetchAll()).rejects.toMatchObject({ code: 'E_NO_SOURCE' });
      expect((await fetchAll()).files).toHaveLength(4);
      expect(server.bytesSent(TRAIN_IMAGES)).toBe(TRAIN_IMAGES_BYTES);
    });
  },
  3 * MINUTES,
);
