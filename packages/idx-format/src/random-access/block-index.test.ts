import { describe, expect, it } from 'vitest';
import { encodeBlockIndex, parseBlockIndex } from './block-index.ts';

const FILE_BYTES = 1_000_000;
const MOST = 2 ** 16;

const indexOf = (packed: readonly number[], unpacked: readonly number[]) =>
  encodeBlockIndex({ packed: [0, ...packed], unpacked: [0, ...unpacked] });

describe('an index of blocks', () => {
  it.each([
    ['no block but the first', [], []],
    ['blocks of the most bytes that there are', [MOST, 2 * MOST], [MOST, 2 * MOST]],
    ['an empty block', [100, 128, 300], [500, 500, 900]],
  ])('is read as it was written: %s', (_, packed, unpacked) => {
    expect(parseBlockIndex(indexOf(packed, unpacked), FILE_BYTES)).toEqual({
      packed: [0, ...packed],
      unpacked: [0, ...unpacked],
    });
  });

  it.each([
    ['packed places that stand still', [100, 100], [500, 900]],
    ['packed places that go back', [100, 99], [500, 900]],
    ['unpacked places that go back', [100, 200], [500, 499]],
    ['a packed block that is too long', [MOST + 1], [1]],
    ['an unpacked block that is too long', [1], [MOST + 1]],
  ])('is refused for %s', (_, packed, unpacked) => {
    expect(() => parseBlockIndex(indexOf(packed, unpacked), FILE_BYTES)).toThrow(
      expect.objectContaining({ code: 'E_IDX_SOURCE', message: expect.stringContaining('a block at byte') }),
    );
  });

  it('is refused for a block at the end of the file or behind it, and read for one before', () => {
    const index = indexOf([900], [1000]);
    expect(parseBlockIndex(index, 901).packed).toEqual([0, 900]);
    expect(() => parseBlockIndex(index, 900)).toThrow('a block at byte 900 of 900');
  });

  it.each([0, 7, 9, 23, 25])('is refused for a length of %i bytes', (length) => {
    const bytes = new Uint8Array(length);
    if (length > 8) bytes[0] = 1;
    expect(() => parseBlockIndex(bytes, FILE_BYTES)).toThrow(`an index of ${length} bytes`);
  });
});
