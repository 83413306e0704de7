import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openIdx } from '@fashion-mnist/idx-format';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPath } from '../src/random-access/node.ts';
import { BGZIP_LABELS } from './bgzip-files.ts';
import { sample } from './samples.ts';

const images = sample('int16', [4, 3]);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'open idx '));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function stored(name: string, bytes: Uint8Array): Promise<string> {
  const path = joinPath(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('openIdx of a path', () => {
  it('reads a file by its path and by its URL', async () => {
    const path = await stored('images #1', images.file);
    for (const place of [path, pathToFileURL(path), pathToFileURL(path).href]) {
      await using file = await openIdx(place);
      expect((await file.read(2)).data).toEqual(images.data.slice(6, 9));
    }
  });

  it('reads a blocked gzip', async () => {
    await using file = await openIdx(await stored('labels.gz', BGZIP_LABELS.file));
    expect((await file.read(69_999)).data[0]).toBe(BGZIP_LABELS.labelAt(69_999));
  });

  it('reads many records at once', async () => {
    await using file = await openIdx(await stored('many', images.file));
    const records = await Promise.all([3, 2, 1, 0, 1, 2].map((index) => file.read(index)));
    expect(records.map(({ data }) => data)).toEqual(
      [3, 2, 1, 0, 1, 2].map((index) => images.data.slice(3 * index, 3 * index + 3)),
    );
  });

  it('reads behind byte 2^32 of a file of 5 GB', async () => {
    const [count, width] = [50_000, 100_000];
    const path = await stored('large', Uint8Array.of(0, 0, 8, 2, 0, 0, 0xc3, 0x50, 0, 1, 0x86, 0xa0));
    const handle = await open(path, 'r+');
    await handle.truncate(12 + count * width);
    await handle.write(Uint8Array.of(42), 0, 1, 12 + 49_998 * width + 7);
    await handle.close();
    await using file = await openIdx(path);
    expect(file.shape).toEqual([count, width]);
    expect(49_998 * width).toBeGreaterThan(2 ** 32);
    const { data } = await file.read(49_998);
    expect([...data].findIndex((value) => value !== 0)).toBe(7);
    expect(data[7]).toBe(42);
  });

  it('notices that a file became shorter', async () => {
    const path = await stored('shorter', images.file);
    await using file = await openIdx(path);
    await writeFile(path, images.file.subarray(0, 20));
    await expect(file.read(3)).rejects.toMatchObject({ code: 'E_IDX_SOURCE' });
  });

  it('closes the file', async () => {
    const source = await openPath(await stored('closed', images.file), {});
    expect(await source.read(0, 2)).toEqual(images.file.slice(0, 2));
    await source.close?.();
    await expect(source.read(0, 2)).rejects.toMatchObject({ code: 'EBADF' });
  });

  it('passes errors of the file system on, and refuses folders', async () => {
    await expect(openIdx(joinPath(folder, 'absent'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(openIdx(folder)).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: `expected a file, got ${folder}, which is none (read a pipe or a device with readIdx)`,
    });
  });

  it.each(['http://absent', 'file:absent'])('takes a path with %s in its midst for a path', async (name) => {
    await expect(openIdx(`${folder}/${name}`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
