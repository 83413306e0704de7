import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { encodeIdx } from './encode-idx.ts';
import { gunzip } from './gunzip.ts';
import { parseIdxGz } from './parse-idx-gz.ts';

const array = { data: Float32Array.of(1.5, -2.5), shape: [2, 1] };

describe('parseIdxGz', () => {
  it('reads gzipped and plain bytes alike', async () => {
    const plain = encodeIdx(array);
    expect(await parseIdxGz(gzip(plain))).toEqual(array);
    expect(await parseIdxGz(plain)).toEqual(array);
  });

  it('passes the options of parseIdx on', async () => {
    await expect(parseIdxGz(gzip(encodeIdx(array)), { type: 'uint8' })).rejects.toMatchObject({
      code: 'E_IDX_TYPE',
    });
  });

  it('reads a file in several gzip members', async () => {
    const plain = encodeIdx(array);
    const members = [plain.subarray(0, 5), plain.subarray(5)].map((part) => [...gzip(part)]);
    expect(await parseIdxGz(Uint8Array.from(members.flat()))).toEqual(array);
  });

  it('names a gzip inside a gzip', async () => {
    await expect(parseIdxGz(gzip(gzip(encodeIdx(array))))).rejects.toMatchObject({
      code: 'E_IDX_IS_GZIP',
      details: { got: 'gzip inside gzip' },
    });
  });

  it('stops a bomb at the limit that was asked for', async () => {
    const bomb = gzip(new Uint8Array(1_000_000));
    await expect(parseIdxGz(bomb, { maxOutputBytes: 1000 })).rejects.toMatchObject({
      code: 'E_GZIP_TOO_LARGE',
    });
  });
});

describe('gunzip', () => {
  it.each([Uint8Array.of(), Uint8Array.of(0, 0, 8, 1)])('refuses bytes that are not gzip', async (bytes) => {
    await expect(gunzip(bytes)).rejects.toMatchObject({ code: 'E_GZIP_MAGIC' });
  });

  it.each([-1, Number.NaN])('refuses the limit %d', async (maxOutputBytes) => {
    await expect(gunzip(gzip(new Uint8Array(1)), { maxOutputBytes })).rejects.toThrow(RangeError);
  });

  it('takes Infinity for no limit', async () => {
    expect(await gunzip(gzip(Uint8Array.of(7)), { maxOutputBytes: Infinity })).toEqual(Uint8Array.of(7));
  });
});
