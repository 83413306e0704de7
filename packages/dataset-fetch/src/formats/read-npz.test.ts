import { describe, expect, it } from 'vitest';
import { npyBytes } from '../../test/npy-bytes.ts';
import { zipBytes } from '../../test/zip-bytes.ts';
import { readNpz } from './read-npz.ts';

const first = npyBytes({ descr: '|u1', shape: [4], data: Uint8Array.of(9, 8, 7, 6) });
const second = npyBytes({ descr: '<i2', shape: [2, 1], data: Uint8Array.of(1, 0, 255, 255) });
const npz = zipBytes([
  { name: 'arr_0.npy', data: first },
  { name: 'labels.npy', data: second },
]);

describe('readNpz', () => {
  it('reads the array that was given no name, or the one that is asked for', async () => {
    expect(await readNpz(npz)).toEqual({ data: Uint8Array.of(9, 8, 7, 6), shape: [4] });
    expect(await readNpz(npz, 'labels')).toEqual({ data: Int16Array.of(1, -1), shape: [2, 1] });
  });

  it('names the arrays that are there when another is asked for', async () => {
    await expect(readNpz(npz, 'images')).rejects.toMatchObject({
      code: 'E_ARCHIVE',
      message: 'zip: expected images.npy, got arr_0.npy, labels.npy',
    });
  });

  it('refuses an array larger than allowed', async () => {
    await expect(readNpz(npz, 'arr_0', { maxBytes: first.length - 1 })).rejects.toMatchObject({
      code: 'E_ARCHIVE',
    });
  });
});
