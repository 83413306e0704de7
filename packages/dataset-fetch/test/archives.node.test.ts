import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type DatasetDefinition,
  defineDataset,
  fetchDataset,
  loadDataset,
} from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultServer, startFaultServer } from './fault-server/start-fault-server.ts';

const SPLITS = ['train', 'test'] as const;
const PICTURE = Uint8Array.of(1, 2, 3, 4);
const UPRIGHT = [1, 3, 2, 4];

/** An archive like EMNIST's: transposed pictures, letters that count from 1, two datasets in one file. */
async function zipOf(names: readonly string[]): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const add = (name: string, raw: Uint8Array) =>
    zip.add(`gzip/${name}.gz`, new Uint8ArrayReader(gzipSync(raw)));
  for (const name of names) {
    for (const split of SPLITS) {
      await add(`${name}-${split}-images-idx3-ubyte`, encodeIdx({ data: PICTURE, shape: [1, 2, 2] }));
      await add(`${name}-${split}-labels-idx1-ubyte`, encodeIdx({ data: Uint8Array.of(2), shape: [1] }));
    }
  }
  return zip.close();
}

function defineLike(name: string, archive: Uint8Array, baseUrl: string): DatasetDefinition {
  const digests = { sha256: createHash('sha256').update(archive).digest('hex') };
  const kinds = [
    { content: 'images', type: 'idx3', shape: [1, 2, 2] },
    { content: 'labels', type: 'idx1', shape: [1] },
  ];
  return defineDataset({
    name,
    title: name,
    licence: 'none',
    citation: 'none',
    homepage: 'https://example.org/',
    classNames: ['a', 'b'],
    family: 'letters',
    pixelOrder: 'column-major',
    firstLabel: 1,
    files: SPLITS.flatMap((split) =>
      kinds.map(({ content, type, shape }) => {
        const file = `${name}-${split}-${content}-${type}-ubyte`;
        const member = `gzip/${file}.gz`;
        const whole = { name: 'gzip.zip', byteLength: archive.length, ...digests };
        return { name: file, split, content, shape, archive: { ...whole, member } };
      }),
    ),
    sources: [{ kind: 'https', baseUrl }],
  });
}

let cacheDir: string;
let archive: Uint8Array;
let server: FaultServer;

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'archives-'));
  archive = await zipOf(['one', 'two']);
  server = await startFaultServer(new Map([['gzip.zip', archive]]));
});
afterEach(async () => {
  await server.close();
  await rm(cacheDir, { recursive: true });
});

describe('a dataset inside an archive', () => {
  it('is read upright and counted from 0, though only some files are unpacked', async () => {
    const one = defineLike('one', archive, server.baseUrl);
    const { images, labels } = await loadDataset(one, { split: 'test', cacheDir });
    expect([...images.data]).toEqual(UPRIGHT);
    expect([...labels]).toEqual([1]);
    const unpacked = (await readdir(join(cacheDir, 'letters'))).filter((name) => name.endsWith('ubyte'));
    expect(unpacked.toSorted()).toEqual(['one-test-images-idx3-ubyte', 'one-test-labels-idx1-ubyte']);
  });

  it('is downloaded once for all datasets of the family', async () => {
    await fetchDataset(defineLike('one', archive, server.baseUrl), { cacheDir });
    await fetchDataset(defineLike('two', archive, server.baseUrl), { cacheDir });
    expect(server.requests.map(({ name }) => name)).toEqual(['gzip.zip']);
  });

  it('is verified again from the cache by the hashes of its unpacked files', async () => {
    const one = defineLike('one', archive, server.baseUrl);
    await fetchDataset(one, { cacheDir });
    await writeFile(join(cacheDir, 'letters', 'one-train-images-idx3-ubyte'), 'rotten');
    await rm(join(cacheDir, 'letters', 'gzip.zip'));
    const { train } = await loadDataset(one, { cacheDir });
    expect([...train.images.data]).toEqual(UPRIGHT);
    expect(server.requests).toHaveLength(2);
  });

  it('is taken from a folder without moving the archive that is there', async () => {
    const folder = await mkdtemp(join(cacheDir, 'folder-'));
    await writeFile(join(folder, 'gzip.zip'), archive);
    const one = defineLike('one', archive, server.baseUrl);
    await fetchDataset(one, { cacheDir, sources: [{ kind: 'folder', path: folder }] });
    expect(await readdir(folder)).toEqual(['gzip.zip']);
    expect(server.requests).toEqual([]);
  });

  it('is refused when the archive is another one', async () => {
    const other = await zipOf(['two', 'one']);
    const wrong = await startFaultServer(new Map([['gzip.zip', other]]));
    const one = defineLike('one', archive, wrong.baseUrl);
    await expect(fetchDataset(one, { cacheDir })).rejects.toMatchObject({ code: 'E_INTEGRITY' });
    expect(await readdir(join(cacheDir, 'letters'))).toEqual(['.fashion-mnist']);
    await wrong.close();
  });
});
