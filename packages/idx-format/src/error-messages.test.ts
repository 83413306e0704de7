import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { convertElements } from './convert-elements.ts';
import { encodeIdx } from './encode-idx.ts';
import { parseIdx } from './parse-idx.ts';
import { parseIdxGz } from './parse-idx-gz.ts';

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

  it('gzip inside gzip', async () => {
    const twice = gzip(gzip(threeBytes));
    for (const part of ['IDX bytes', 'got gzip inside gzip', 'with gunzip'])
      await expect(parseIdxGz(twice)).rejects.toThrow(part);
  });

  it('a value that does not fit', () => {
    expect(() => convertElements([1, 300], 'uint8')).toThrow(
      'expected a value that fits uint8, got 300 at index 1',
    );
  });
});
