import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestBytes } from '../digest.ts';
import { DatasetCache } from './dataset-cache.ts';

const content = new TextEncoder().encode('the right bytes');
const sha256 = digestBytes('sha256', content);
const known = { name: 'file', sha256, byteLength: content.length };
const unknown = { name: 'file' };

let folder: string;
let cache: DatasetCache;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dataset-cache-'));
  cache = new DatasetCache(join(folder, 'tiny'));
  await cache.requireWritable();
});
afterEach(() => rm(folder, { recursive: true }));

/** Changes the content and puts size and times back, as a careless or a malicious program would. */
async function tamper(path: string): Promise<void> {
  const { atime, mtime } = await stat(path);
  await writeFile(path, 'the wrong bytes');
  await utimes(path, atime, mtime);
}

describe('a published file', () => {
  beforeEach(() => cache.publish(known, content, sha256));

  it('is verified, and read as it was', async () => {
    expect(await cache.inspect(known, 'stamp')).toEqual({ state: 'verified' });
    expect(new Uint8Array((await cache.read(known)) ?? [])).toEqual(content);
  });

  it('is verified by its stamp alone, without hashing, as long as nothing touches it', async () => {
    const stamp = JSON.parse(await readFile(cache.statePath('file.json'), 'utf8')) as object;
    const forged = { ...known, sha256: '0'.repeat(64) };
    await writeFile(cache.statePath('file.json'), JSON.stringify({ ...stamp, sha256: forged.sha256 }));
    expect(await cache.inspect(forged, 'stamp')).toEqual({ state: 'verified' });
    expect(await cache.inspect(forged, 'hash')).toMatchObject({ state: 'corrupt' });
  });

  it('is found corrupt after a change, even one of the same size and time', async () => {
    await tamper(cache.pathOf(known));
    expect(await cache.inspect(known, 'stamp')).toMatchObject({ state: 'corrupt' });
    expect(await cache.read(known)).toBeUndefined();
  });

  it('is hashed again and stamped anew when only its times have changed', async () => {
    await utimes(cache.pathOf(known), new Date(), new Date());
    expect(await cache.inspect(known, 'stamp')).toEqual({ state: 'verified' });
    const forged = { ...known, sha256: '0'.repeat(64) };
    expect(await cache.inspect(forged, 'stamp')).toMatchObject({ state: 'corrupt' });
  });

  it('is corrupt when the registry has another hash for it by now', async () => {
    const updated = { ...known, sha256: '0'.repeat(64) };
    expect(await cache.inspect(updated, 'stamp')).toMatchObject({ state: 'corrupt' });
    expect(await cache.read(updated)).toBeUndefined();
  });

  it('is verified without a stamp, by its hash', async () => {
    await rm(cache.statePath('file.json'));
    expect(await cache.inspect(known, 'stamp')).toEqual({ state: 'verified' });
    await expect(stat(cache.statePath('file.json'))).resolves.toBeDefined();
  });

  it('is stamped where no stamp has ever been kept', async () => {
    await rm(cache.statePath(''), { recursive: true });
    await cache.inspect(known, 'stamp');
    await expect(stat(cache.statePath('file.json'))).resolves.toBeDefined();
  });

  it.each(['', '{', '{"sha256":1}', 'null'])('is verified beside the unusable stamp %j', async (text) => {
    await writeFile(cache.statePath('file.json'), text);
    expect(await cache.inspect(known, 'stamp')).toEqual({ state: 'verified' });
  });

  it('is set aside whole, and missing afterwards', async () => {
    const aside = await cache.quarantine(known);
    expect(new Uint8Array(await readFile(aside))).toEqual(content);
    expect(await cache.inspect(known, 'stamp')).toEqual({ state: 'missing' });
  });
});

describe('a file whose hash nobody has published', () => {
  it('is verified by the hash that was kept when it was fetched', async () => {
    await cache.publish(unknown, content, sha256);
    expect(await cache.inspect(unknown, 'hash')).toEqual({ state: 'verified' });
    await tamper(cache.pathOf(unknown));
    expect(await cache.inspect(unknown, 'hash')).toMatchObject({ state: 'corrupt' });
  });

  it('is not trusted when no hash was kept', async () => {
    await writeFile(cache.pathOf(unknown), content);
    expect(await cache.inspect(unknown, 'stamp')).toMatchObject({ state: 'corrupt' });
    expect(await cache.read(unknown)).toBeUndefined();
  });
});

describe('something else under the name of a file', () => {
  it.each<{ what: string; make: (path: string) => unknown; state: string }>([
    { what: 'a folder', make: (path) => mkdir(path), state: 'corrupt' },
    { what: 'a pipe', make: (path) => execFileSync('mkfifo', [path]), state: 'corrupt' },
    { what: 'a link to /dev/null', make: (path) => symlink('/dev/null', path), state: 'corrupt' },
    { what: 'a link to nothing', make: (path) => symlink('/nowhere/at/all', path), state: 'missing' },
    { what: 'an empty file', make: (path) => writeFile(path, ''), state: 'corrupt' },
  ])('is $state: $what', async ({ make, state }) => {
    await make(cache.pathOf(known));
    expect(await cache.inspect(known, 'stamp')).toMatchObject({ state });
  });

  it('is replaced when it is a link, without writing to where it leads', async () => {
    const target = join(folder, 'target');
    await writeFile(target, 'theirs');
    await symlink(target, cache.pathOf(known));
    await cache.publish(known, content, sha256);
    expect(await readFile(target, 'utf8')).toBe('theirs');
    expect(await cache.inspect(known, 'stamp')).toEqual({ state: 'verified' });
  });
});

describe('what a killed process left', () => {
  const dayBefore = () => new Date(Date.now() - 25 * 3_600_000);

  it('is cleared when the next one takes the lock, but not what may be resumed or in use', async () => {
    await writeFile(join(cache.directory, 'file.0a1b.unfinished'), '');
    await writeFile(join(cache.directory, 'notes.txt'), 'mine');
    await mkdir(cache.statePath('0a1b.package'));
    for (const name of ['old.download', 'old.download.json', 'fresh.download', 'file.json.0a1b.unfinished'])
      await writeFile(cache.statePath(name), '');
    for (const name of ['old.download', 'old.download.json'])
      await utimes(cache.statePath(name), dayBefore(), dayBefore());

    await cache.exclusively(async () => {}, {});
    expect((await readdir(cache.directory)).toSorted()).toEqual(['.fashion-mnist', 'notes.txt']);
    expect((await readdir(cache.statePath(''))).toSorted()).toEqual([
      'file.json.0a1b.unfinished',
      'fresh.download',
    ]);
  });
});
