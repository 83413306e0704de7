import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PartialFile, removePartial } from './partial-file.ts';

const RECORD = { url: 'https://a.org/file', etag: '"v1"', totalBytes: 9 };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'partial-file-'));
  path = join(folder, 'file');
});
afterEach(() => rm(folder, { recursive: true }));

describe('PartialFile', () => {
  it('grows, and is found again with its record', async () => {
    const first = await PartialFile.open(path);
    await first.restart(RECORD);
    await first.append(Uint8Array.of(1, 2));
    await first.append(Uint8Array.of(3));
    await first.close();
    const second = await PartialFile.open(path);
    expect({ size: second.size, record: second.record }).toEqual({ size: 3, record: RECORD });
    await second.append(Uint8Array.of(4));
    await second.close();
    expect([...(await readFile(path))]).toEqual([1, 2, 3, 4]);
  });

  it('starts anew without what was there, and without the record when there is none', async () => {
    const file = await PartialFile.open(path);
    await file.restart(RECORD);
    await file.append(Uint8Array.of(1, 2, 3));
    await file.restart(undefined);
    await file.append(Uint8Array.of(9));
    await file.close();
    expect([...(await readFile(path))]).toEqual([9]);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('does not trust a record that is half written', async () => {
    await writeFile(`${path}.json`, JSON.stringify(RECORD).slice(0, 20));
    const file = await PartialFile.open(path);
    expect(file.record).toBeUndefined();
    await file.close();
  });

  it('leaves nothing when it is discarded', async () => {
    const file = await PartialFile.open(path);
    await file.restart(RECORD);
    await file.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  it('cannot be opened where it cannot be written', async () => {
    await expect(PartialFile.open(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('removePartial', () => {
  it('is content when there is nothing', async () => {
    await expect(removePartial(path)).resolves.toBeUndefined();
  });
});
