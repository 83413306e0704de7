import { link, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishFile } from './publish-file.ts';
import { renameWithPatience } from './rename-with-patience.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-file-'));
  path = join(folder, 'file');
});
afterEach(() => rm(folder, { recursive: true }));

const CHUNKS = [Uint8Array.of(1, 2), Uint8Array.of(3), Uint8Array.of(4, 5, 6)];

async function* chunksThat(fail: (index: number) => void): AsyncGenerator<Uint8Array> {
  for (const [index, chunk] of CHUNKS.entries()) {
    fail(index);
    yield chunk;
  }
}

describe('publishFile', () => {
  it('writes bytes, or what a source of bytes gives', async () => {
    await publishFile(path, Uint8Array.of(9));
    expect([...(await readFile(path))]).toEqual([9]);
    await publishFile(
      path,
      chunksThat(() => {}),
    );
    expect([...(await readFile(path))]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it.each([0, 1, 2])('keeps the old file and nothing else when chunk %i fails', async (failing) => {
    await writeFile(path, 'old');
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const source = chunksThat((index) => {
      if (index === failing) throw full;
    });
    await expect(publishFile(path, source)).rejects.toBe(full);
    expect(await readdir(folder)).toEqual(['file']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it.each([0, 1, 2])('publishes nothing when it is aborted at chunk %i', async (abortedAt) => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const source = chunksThat((index) => index === abortedAt && controller.abort(reason));
    await expect(publishFile(path, source, controller.signal)).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  it('never writes into a file that others share by a hard link', async () => {
    const shared = join(folder, 'shared');
    await writeFile(shared, 'theirs');
    await link(shared, path);
    await publishFile(path, Uint8Array.of(1));
    expect(await readFile(shared, 'utf8')).toBe('theirs');
  });

  it.each(['with space', 'ünïcödé', '🧥', 'line\nbreak'])('writes a file named %j', async (name) => {
    await publishFile(join(folder, name), Uint8Array.of(1));
    expect(await readdir(folder)).toEqual([name]);
  });

  it('says what the system says of a name that is too long', async () => {
    await expect(publishFile(join(folder, 'x'.repeat(300)), Uint8Array.of(1))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    });
  });
});

describe('renameWithPatience', () => {
  const failing = (times: number, code: string) => {
    let calls = 0;
    const rename = async () => {
      calls++;
      if (calls <= times) throw Object.assign(new Error('held by a scanner'), { code });
    };
    return { rename, calls: () => calls };
  };

  it.each(['EPERM', 'EACCES', 'EBUSY'])('tries again on Windows after %s', async (code) => {
    const { rename, calls } = failing(3, code);
    await renameWithPatience(rename, { platform: 'win32' });
    expect(calls()).toBe(4);
  });

  it('gives up when its patience ends', async () => {
    const { rename } = failing(1000, 'EPERM');
    await expect(renameWithPatience(rename, { platform: 'win32', patienceMs: 50 })).rejects.toMatchObject({
      code: 'EPERM',
    });
  });

  it.each([
    { platform: 'linux', code: 'EPERM' },
    { platform: 'win32', code: 'ENOSPC' },
  ])('fails at once on $platform for $code', async ({ platform, code }) => {
    const { rename, calls } = failing(1, code);
    await expect(renameWithPatience(rename, { platform })).rejects.toMatchObject({ code });
    expect(calls()).toBe(1);
  });
});
