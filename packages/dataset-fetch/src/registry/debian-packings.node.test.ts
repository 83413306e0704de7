import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findPackingByHash } from './registry.ts';

const FOLDER = '/usr/share/datasets/fashion-mnist';

describe.skipIf(!existsSync(FOLDER))("Debian's Fashion-MNIST", () => {
  it.each([
    'train-images-idx3-ubyte',
    'train-labels-idx1-ubyte',
    't10k-images-idx3-ubyte',
    't10k-labels-idx1-ubyte',
  ])('has the packing of %s that the registry says', async (name) => {
    const bytes = await readFile(`${FOLDER}/${name}.gz`);
    for (const algorithm of ['sha256', 'md5']) {
      const known = findPackingByHash(createHash(algorithm).update(bytes).digest('hex'));
      expect(known?.file.name).toBe(name);
      expect(known?.packing).toMatchObject({ publisher: 'Debian', byteLength: bytes.length });
    }
  });
});
