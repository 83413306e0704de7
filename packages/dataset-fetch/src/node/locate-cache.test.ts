import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeDataset } from '../registry/registry.ts';
import { locateCache } from './locate-cache.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'locate-cache-'));
  vi.stubEnv('FASHION_MNIST_CACHE', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const mnist = describeDataset('mnist');

describe('the cache of a dataset', () => {
  it('is in the folder that the caller names, before the one that the environment names', async () => {
    vi.stubEnv('FASHION_MNIST_CACHE', join(folder, 'environment'));
    expect((await locateCache(mnist, { cacheDir: folder })).directory).toBe(join(folder, 'mnist'));
    expect((await locateCache(mnist, {})).directory).toBe(join(folder, 'environment', 'mnist'));
  });

  it('is shared by a family', async () => {
    const letters = await locateCache(describeDataset('emnist-letters'), { cacheDir: folder });
    const digits = await locateCache(describeDataset('emnist-digits'), { cacheDir: folder });
    expect(letters.directory).toBe(digits.directory);
  });

  it("is not shared by a dataset of the user's own that has the name of a built-in one", async () => {
    const own = await locateCache({ ...mnist }, { cacheDir: folder });
    expect(own.directory).toBe(join(folder, 'own-mnist'));
    const other = await locateCache({ ...mnist, name: 'other' }, { cacheDir: folder });
    expect(other.directory).toBe(join(folder, 'other'));
  });

  it('gives way to a private temporary folder, and says so, when the usual place cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'file'));
    vi.stubEnv('TMPDIR', folder);
    const events: string[] = [];
    const { directory } = await locateCache(mnist, {
      onProgress: ({ stage, detail }) => events.push(`${stage} ${detail}`),
    });
    const fallback = join(folder, `fashion-mnist-cache-${process.getuid?.()}`);
    expect(directory).toBe(join(fallback, 'mnist'));
    expect(events).toEqual([`fallback ${fallback}`]);
  });
});
