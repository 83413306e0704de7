import { describe, expect, it } from 'vitest';
import { zipBytes } from '../../test/zip-bytes.ts';
import { openZip } from './open-zip.ts';

const hello = new TextEncoder().encode('hello');

describe('the list of a zip archive', () => {
  it('has a deflated entry as large as deflate can say, and names that are long', async () => {
    const { members } = await openZip(zipBytes([{ name: 'x', data: hello, method: 8, declaredSize: 5160 }]));
    expect(members).toEqual([{ name: 'x', byteLength: 5160 }]);
    const long = `../${'x'.repeat(200)}`;
    await expect(openZip(zipBytes([{ name: long, data: hello }]))).rejects.toThrow(
      `got ${JSON.stringify(long.slice(0, 100))}`,
    );
  });

  it.each([
    { names: ['a', 'b', 'c', 'd', 'e'], got: 'a, b, c, d, e' },
    { names: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], got: 'a, b, c, d, e and 2 more' },
    { names: [], got: 'no files' },
  ])('is told to those who ask for another file: $got', async ({ names, got }) => {
    const archive = await openZip(zipBytes(names.map((name) => ({ name, data: hello }))));
    await expect(archive.read('x', { maxBytes: 9 })).rejects.toThrow(`zip: expected x, got ${got}`);
  });
});
