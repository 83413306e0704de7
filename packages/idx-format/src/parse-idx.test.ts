import { describe, expect, expectTypeOf, it } from 'vitest';
import { type IdxErrorCode, IdxFormatError } from './errors.ts';
import { parseIdx } from './parse-idx.ts';

/** Writes a file by hand, byte by byte, independent of `encodeIdx`. */
function idxFile(typeCode: number, shape: readonly number[], payload: readonly number[]): Uint8Array {
  const dimensions = shape.flatMap((size) => [
    (size >>> 24) & 255,
    (size >>> 16) & 255,
    (size >>> 8) & 255,
    size & 255,
  ]);
  return Uint8Array.from([0, 0, typeCode, shape.length, ...dimensions, ...payload]);
}

function failure(run: () => unknown): IdxFormatError {
  try {
    run();
  } catch (error) {
    if (error instanceof IdxFormatError) return error;
    throw error;
  }
  throw new Error('expected an IdxFormatError, but nothing was thrown');
}

describe('parseIdx', () => {
  it.each([
    { name: 'uint8', code: 0x08, payload: [0, 127, 255], values: Uint8Array.of(0, 127, 255) },
    { name: 'int8', code: 0x09, payload: [0x80, 0xff, 0x7f], values: Int8Array.of(-128, -1, 127) },
    { name: 'int16', code: 0x0b, payload: [0x80, 0x00, 0x01, 0x02], values: Int16Array.of(-32768, 258) },
    {
      name: 'int32',
      code: 0x0c,
      payload: [0x80, 0, 0, 0, 1, 2, 3, 4],
      values: Int32Array.of(-(2 ** 31), 0x01020304),
    },
    {
      name: 'float32',
      code: 0x0d,
      payload: [0xc0, 0x49, 0x0f, 0xdb, 0x80, 0, 0, 0],
      values: Float32Array.of(-Math.PI, -0),
    },
    {
      name: 'float64',
      code: 0x0e,
      payload: [0x40, 0x09, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18],
      values: Float64Array.of(Math.PI),
    },
  ])('reads big-endian $name', ({ code, payload, values }) => {
    expect(parseIdx(idxFile(code, [values.length], payload))).toEqual({
      data: values,
      shape: [values.length],
    });
  });

  it('gives a view of one-byte elements, not a copy', () => {
    const file = idxFile(0x08, [2, 2], [1, 2, 3, 4]);
    const { data } = parseIdx(file);
    expect(data.buffer).toBe(file.buffer);
    expect(data.byteOffset).toBe(12);
  });

  it('reads wide elements from bytes at an odd offset, and leaves the bytes as they were', () => {
    const file = idxFile(0x0e, [1], [0x3f, 0xf0, 0, 0, 0, 0, 0, 0]);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    const before = shifted.slice();
    expect(parseIdx(shifted.subarray(3)).data).toEqual(Float64Array.of(1));
    expect(shifted).toEqual(before);
  });

  it('keeps the payload of a NaN', () => {
    const { data } = parseIdx(idxFile(0x0e, [1], [0x7f, 0xf8, 0, 0, 0, 0, 0x12, 0x34]));
    expect(new DataView(data.buffer).getBigUint64(0, true) & 0xffffn).toBe(0x1234n);
  });

  it('reads shared memory', () => {
    const file = idxFile(0x0b, [1], [1, 2]);
    const shared = new Uint8Array(new SharedArrayBuffer(file.length));
    shared.set(file);
    expect(parseIdx(shared).data).toEqual(Int16Array.of(258));
  });

  it('reads 255 dimensions', () => {
    const shape = new Array<number>(255).fill(1);
    expect(parseIdx(idxFile(0x08, shape, [7]))).toEqual({ data: Uint8Array.of(7), shape });
  });

  it('reads an array without elements', () => {
    expect(parseIdx(idxFile(0x08, [0, 28, 28], []))).toEqual({ data: new Uint8Array(0), shape: [0, 28, 28] });
    expect(parseIdx(idxFile(0x08, [2 ** 32 - 1, 2 ** 32 - 1, 0], [])).data).toHaveLength(0);
  });

  it('narrows the type of the result to the type that was asked for', () => {
    const labels = parseIdx(idxFile(0x08, [1], [9]), { type: 'uint8' });
    expectTypeOf(labels.data).toEqualTypeOf<Uint8Array>();
  });

  it('ignores trailing bytes on request only', () => {
    const file = idxFile(0x0b, [1], [1, 2, 99]);
    expect(parseIdx(file, { allowTrailing: true }).data).toEqual(Int16Array.of(258));
    expect(failure(() => parseIdx(file)).code).toBe('E_IDX_TRAILING');
  });
});

describe('parseIdx refuses', () => {
  const image = idxFile(0x08, [1, 2, 2], [1, 2, 3, 4]);
  const text = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));

  it.each(Array.from({ length: 16 }, (_, length) => length))('a header cut off after %i bytes', (length) => {
    expect(failure(() => parseIdx(image.subarray(0, length)))).toMatchObject({
      code: 'E_IDX_SHORT_HEADER',
      details: { offset: length },
    });
  });

  it('each of the 250 unknown element types', () => {
    const known = [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e];
    for (let code = 0; code < 256; code++) {
      if (known.includes(code)) continue;
      expect(failure(() => parseIdx(idxFile(code, [1], [0]))).code).toBe('E_IDX_TYPE');
    }
  });

  it.each<{ what: string; file: Uint8Array; code: IdxErrorCode; says: RegExp }>([
    {
      what: 'a non-zero first byte',
      file: Uint8Array.of(1, 0, 8, 1, 0, 0, 0, 0),
      code: 'E_IDX_MAGIC',
      says: /at byte 0, got 0x01 0x00/,
    },
    {
      what: 'a non-zero second byte',
      file: Uint8Array.of(0, 2, 8, 1, 0, 0, 0, 0),
      code: 'E_IDX_MAGIC',
      says: /at byte 1/,
    },
    {
      what: 'a scalar',
      file: Uint8Array.of(0, 0, 8, 0, 5),
      code: 'E_IDX_NDIM',
      says: /1 to 255 dimensions at byte 3, got 0/,
    },
    { what: 'gzip', file: Uint8Array.of(0x1f, 0x8b, 8, 8), code: 'E_IDX_IS_GZIP', says: /parseIdxGz/ },
    {
      what: 'an HTML page',
      file: text('\n<!DOCTYPE html><title>403</title>'),
      code: 'E_IDX_IS_HTML',
      says: /DOCTYPE html><title>403/,
    },
    { what: 'a tiny HTML answer', file: text('<p>'), code: 'E_IDX_IS_HTML', says: /"<p>"/ },
    {
      what: 'a payload one byte short',
      file: image.subarray(0, -1),
      code: 'E_IDX_TRUNCATED',
      says: /4 bytes of data at byte 19, got 3/,
    },
    {
      what: 'a payload one byte long',
      file: Uint8Array.of(...image, 9),
      code: 'E_IDX_TRAILING',
      says: /4 bytes of data at byte 20, got 5/,
    },
    {
      what: 'little-endian dimensions',
      file: Uint8Array.of(0, 0, 8, 1, 3, 0, 0, 0, 7, 8, 9),
      code: 'E_IDX_ENDIAN',
      says: /little-endian/,
    },
    {
      what: 'little-endian dimensions of wide elements',
      file: Uint8Array.of(0, 0, 0x0b, 1, 2, 0, 0, 0, 7, 8, 9, 10),
      code: 'E_IDX_ENDIAN',
      says: /little-endian/,
    },
    {
      what: 'four billion declared elements in nine bytes',
      file: idxFile(0x08, [2 ** 32 - 1], [1]),
      code: 'E_IDX_TRUNCATED',
      says: /4294967295/,
    },
    {
      what: 'a size beyond counting',
      file: idxFile(0x08, [2 ** 32 - 1, 2 ** 32 - 1], [1]),
      code: 'E_IDX_TOO_LARGE',
      says: /4294967295 x 4294967295/,
    },
  ])('$what', ({ file, code, says }) => {
    const error = failure(() => parseIdx(file));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(says);
  });

  it('another element type than the one asked for', () => {
    const error = failure(() => parseIdx(image, { type: 'float32' }));
    expect(error).toMatchObject({
      code: 'E_IDX_TYPE',
      details: { expected: 'float32 elements', got: 'uint8' },
    });
  });
});
