import { describe, expect, it } from 'vitest';
import { encodeHeader } from './encode-header.ts';
import { headerLength, parseHeader } from './parse-header.ts';

describe('headerLength', () => {
  it.each([1, 2, 3, 255])('needs the first four bytes only, for %i dimensions', (rank) => {
    expect(headerLength(Uint8Array.of(0, 0, 8, rank))).toBe(4 + 4 * rank);
  });

  it.each([
    { what: 'three bytes', start: [0, 0, 8], code: 'E_IDX_SHORT_HEADER' },
    { what: 'another magic', start: [1, 0, 8, 1], code: 'E_IDX_MAGIC' },
    { what: 'an unknown type', start: [0, 0, 7, 1], code: 'E_IDX_TYPE' },
    { what: 'a scalar', start: [0, 0, 8, 0], code: 'E_IDX_NDIM' },
  ])('refuses $what', ({ start, code }) => {
    expect(() => headerLength(Uint8Array.from(start))).toThrowError(expect.objectContaining({ code }));
  });

  it('refuses another type than the one asked for', () => {
    expect(() => headerLength(Uint8Array.of(0, 0, 8, 1), { type: 'int8' })).toThrowError(/int8 elements/);
  });
});

describe('parseHeader', () => {
  it('says what encodeHeader was told, and counts elements and bytes', () => {
    expect(parseHeader(encodeHeader('float64', [2, 3]))).toEqual({
      type: 'float64',
      shape: [2, 3],
      elementCount: 6,
      headerBytes: 12,
      payloadBytes: 48,
    });
  });

  it('counts what no memory holds', () => {
    expect(parseHeader(encodeHeader('uint8', [2 ** 25, 2 ** 24])).payloadBytes).toBe(2 ** 49);
  });

  it.each([
    { what: 'elements', palindrome: 0x80000080 },
    { what: 'bytes of elements of 8', palindrome: 0x04000004 },
  ])('refuses where no number counts the $what, in either byte order', ({ palindrome }) => {
    expect(() => parseHeader(encodeHeader('uint8', [palindrome, palindrome]))).toThrowError(
      expect.objectContaining({ code: 'E_IDX_TOO_LARGE' }),
    );
  });
});

describe('encodeHeader', () => {
  it('writes as many dimensions, and as large ones, as the format has room for', () => {
    const shape = [2 ** 32 - 1, ...new Array<number>(254).fill(0)];
    expect(parseHeader(encodeHeader('uint8', shape)).shape).toEqual(shape);
  });
});
