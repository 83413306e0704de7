import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { gunzipStream } from '#gzip';
import { convertElements } from './convert-elements.ts';
import { encodeIdx } from './encode-idx.ts';
import { gunzip } from './gunzip.ts';
import { collect } from './gzip/collect.ts';
import { parseIdx } from './parse-idx.ts';
import { parseIdxGz } from './parse-idx-gz.ts';
import { readIdx } from './stream/read-idx.ts';

const text = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));
const threeBytes = encodeIdx({ data: Uint8Array.of(1, 2, 3), shape: [3] });

describe('the message of an error says what was expected, what was there and what to do:', () => {
  it.each([
    { file: 'an empty file', bytes: [], says: ['header of 4 bytes', 'got 0 bytes', 'the file is empty'] },
    { file: 'a cut header', bytes: [0, 0, 8], says: ['header of 4 bytes', 'got 3 bytes', 'cut off?'] },
    { file: 'cut sizes', bytes: [0, 0, 8, 1, 0], says: ['header of 8 bytes', 'got 5 bytes', 'cut off?'] },
    { file: 'another magic', bytes: [0, 7, 8, 1], says: ['two zero bytes', 'at byte 1', 'got 0x00 0x07'] },
    { file: 'an unknown type', bytes: [0, 0, 0x0a, 1], says: ['0x08, 0x09, 0x0b, 0x0c', 'got 0x0a'] },
    { file: 'gzip', bytes: gzip(threeBytes), says: ['IDX bytes', 'got gzip', 'parseIdxGz'] },
    { file: 'a page', bytes: text('<!doctype html>'), says: ['IDX bytes', '<!doctype html>', 'a server'] },
    {
      file: 'cut data',
      bytes: threeBytes.subarray(0, 9),
      says: ['3 bytes', 'at byte 9', 'got 1', 'cut off?'],
    },
    { file: 'too much data', bytes: [...threeBytes, 4], says: ['3 bytes', 'got 4', 'allowTrailing'] },
    {
      file: 'sizes beyond all numbers',
      bytes: [0, 0, 8, 3, ...new Array<number>(12).fill(255)],
      says: ['product fits in memory', 'got 4294967295 x 4294967295 x 4294967295'],
    },
  ])('$file', ({ bytes, says }) => {
    for (const part of says) expect(() => parseIdx(Uint8Array.from(bytes))).toThrow(part);
  });

  it.each([
    { array: 'no dimension', shape: [], says: 'expected 1 to 255 dimensions, got 0' },
    { array: 'a size that is not whole', shape: [0.5], says: 'expected whole sizes in 0..2^32-1, got 0.5' },
    {
      array: 'a shape that does not fit',
      shape: [2, 2],
      says: 'expected 4 elements for the shape [2, 2], got 3',
    },
  ])('$array', ({ shape, says }) => {
    expect(() => encodeIdx({ data: Uint8Array.of(1, 2, 3), shape })).toThrow(says);
  });

  it('numbers of no element type', () => {
    expect(() => encodeIdx({ data: [1], shape: [1] } as never)).toThrow(
      'expected a typed array of uint8, int8, int16, int32, float32, float64, got [object Array] (pass type',
    );
  });

  it.each([
    {
      file: 'no byte of a gzip',
      bytes: new Uint8Array(0),
      says: 'expected gzip bytes, which begin 1f 8b at byte 0, got an empty file',
    },
    { file: 'half the magic of a gzip', bytes: Uint8Array.of(0x1f), says: 'at byte 0, got others' },
    { file: 'a zip in place of a gzip', bytes: text('PK\x03\x04'), says: 'got zip' },
    { file: 'a file that is not gzip', bytes: Uint8Array.of(1, 2, 3), says: 'got others' },
    {
      file: 'a cut gzip',
      bytes: gzip(threeBytes).subarray(0, -1),
      says: 'expected a whole gzip stream, got unexpected end of file (the file is damaged or cut off: fetch it again)',
    },
    {
      file: 'a gzip with a tail',
      bytes: Uint8Array.of(...gzip(threeBytes), 7, 7),
      says: 'got other bytes behind the last member',
    },
  ])('$file, whole and as a stream', async ({ bytes, says }) => {
    await expect(gunzip(bytes)).rejects.toThrow(says);
    await expect(collect(gunzipStream([bytes]), 100)).rejects.toThrow(says);
  });

  it('a gzip of more than is allowed', async () => {
    await expect(gunzip(gzip(threeBytes), { maxOutputBytes: 2 })).rejects.toThrow(
      'expected at most 2 bytes after unpacking, got more (raise maxOutputBytes if you trust the file)',
    );
  });

  it('gzip inside gzip', async () => {
    const twice = gzip(gzip(threeBytes));
    for (const part of ['IDX bytes', 'got gzip inside gzip', 'with gunzip']) {
      await expect(parseIdxGz(twice)).rejects.toThrow(part);
      await expect(readIdx([twice]).next()).rejects.toThrow(part);
    }
  });

  it('a page that comes byte by byte', async () => {
    const page = `<!doctype html>${'x'.repeat(100)}`;
    const bytes = Array.from(text(page), (byte) => Uint8Array.of(byte));
    await expect(readIdx(bytes).next()).rejects.toThrow(page.slice(0, 80));
  });

  it('a limit that is no limit, and no advice where there is none', async () => {
    await expect(gunzip(gzip(threeBytes), { maxOutputBytes: Number.NaN })).rejects.toThrow(
      'maxOutputBytes: expected a number >= 0, got NaN',
    );
    expect(() => parseIdx(Uint8Array.of(0, 0, 7, 1))).toThrow(/got 0x07$/);
  });

  it('a value that does not fit', () => {
    expect(() => convertElements([1, 300], 'uint8')).toThrow(
      'expected a value that fits uint8, got 300 at index 1',
    );
  });
});

it('a limit of 0 lets an empty file pass', async () => {
  expect(await gunzip(gzip(new Uint8Array(0)), { maxOutputBytes: 0 })).toEqual(new Uint8Array(0));
});
