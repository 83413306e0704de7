import { execFileSync } from 'node:child_process';
import { mkdtemp, openAsBlob, readFile, rm } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from './open-zip.ts';
import { readNpz } from './read-npz.ts';

const SCRIPT = `
import sys, numpy
images = (numpy.arange(5 * 4 * 3) * 7 % 256).astype('u1').reshape(5, 4, 3)
numpy.savez(sys.argv[1] + '/plain.npz', images)
numpy.savez_compressed(sys.argv[1] + '/compressed.npz', images, wide=numpy.array([[-1, 2], [3, 4]]), big=numpy.array([0.5], '>f4'))
`;

const hasNumPy = (() => {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasNumPy)('an npz file that NumPy wrote', () => {
  const images = { data: Uint8Array.from({ length: 60 }, (_, index) => (index * 7) % 256), shape: [5, 4, 3] };
  let folder: string;

  beforeAll(async () => {
    folder = await promisify(mkdtemp)(join(tmpdir(), 'read-npz-'));
    execFileSync('python3', ['-c', SCRIPT, folder]);
  });
  afterAll(() => promisify(rm)(folder, { recursive: true }));

  const read = (name: string) => promisify(readFile)(join(folder, name));

  it('is read as it was written, stored or compressed', async () => {
    expect(await readNpz(await read('plain.npz'))).toEqual(images);
    expect(await readNpz(await read('compressed.npz'))).toEqual(images);
  });

  it('gives its default integers and its big-endian numbers', async () => {
    const bytes = await read('compressed.npz');
    expect(await readNpz(bytes, 'wide')).toEqual({ data: Int32Array.of(-1, 2, 3, 4), shape: [2, 2] });
    expect(await readNpz(bytes, 'big')).toEqual({ data: Float32Array.of(0.5), shape: [1] });
  });

  it('is listed from disk', async () => {
    const { members } = await openZip(await openAsBlob(join(folder, 'compressed.npz')));
    expect(members.map(({ name }) => name).toSorted()).toEqual(['arr_0.npy', 'big.npy', 'wide.npy']);
  });
});
