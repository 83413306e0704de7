import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFileBytes } from './element-bytes.ts';
import type { IdxTypedArray } from './element-type.ts';
import { encodeIdx } from './encode-idx.ts';
import { parseIdx } from './parse-idx.ts';

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 });
const TYPED_ARRAYS = [Uint8Array, Int8Array, Int16Array, Int32Array, Float32Array, Float64Array] as const;

/** Arrays of every type and shape, made from arbitrary bits: NaN payloads, -0 and denormals among them. */
const arrays = fc.tuple(fc.constantFrom(...TYPED_ARRAYS), shapes).chain(([TypedArray, shape]) => {
  const byteLength = shape.reduce((product, size) => product * size, 1) * TypedArray.BYTES_PER_ELEMENT;
  return fc.uint8Array({ minLength: byteLength, maxLength: byteLength }).map((bits) => {
    const data: IdxTypedArray = new TypedArray(bits.slice().buffer);
    return { data, shape };
  });
});

const bitsOf = (data: ArrayBufferView) =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();

it('writes one-byte elements from where they lie', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
  const written = toFileBytes(bytes);
  expect(written).toEqual(Uint8Array.of(2, 3));
  expect(written.buffer).toBe(bytes.buffer);
});

describe('encodeIdx', () => {
  it('is undone by parseIdx, bit by bit, for every type and shape', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const back = parseIdx(encodeIdx(array));
        expect(back.data.constructor).toBe(array.data.constructor);
        expect(bitsOf(back.data)).toEqual(bitsOf(array.data));
        expect(back.shape).toEqual(array.shape);
      }),
    );
  });

  it('writes the same bytes again for what was read', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const file = encodeIdx(array);
        expect(encodeIdx(parseIdx(file))).toEqual(file);
      }),
    );
  });

  it('writes type, rank and sizes big-endian before big-endian elements', () => {
    const file = encodeIdx({ data: Int16Array.of(1, -2), shape: [2, 1] });
    expect([...file]).toEqual([0, 0, 0x0b, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0x00, 0x01, 0xff, 0xfe]);
  });

  it('writes a part of a larger buffer, and leaves it as it was', () => {
    const whole = Float32Array.of(9, 1, 2, 9);
    const file = encodeIdx({ data: whole.subarray(1, 3), shape: [2] });
    expect(parseIdx(file).data).toEqual(Float32Array.of(1, 2));
    expect(whole).toEqual(Float32Array.of(9, 1, 2, 9));
  });

  it('writes canvas pixels (Uint8ClampedArray) as uint8', () => {
    expect(parseIdx(encodeIdx({ data: Uint8ClampedArray.of(3), shape: [1] })).data).toEqual(Uint8Array.of(3));
  });

  it.each([
    {
      what: 'an element type that IDX lacks',
      array: { data: new Uint16Array(1), shape: [1] },
      code: 'E_IDX_TYPE',
    },
    { what: 'no dimension', array: { data: new Uint8Array(1), shape: [] }, code: 'E_IDX_NDIM' },
    {
      what: '256 dimensions',
      array: { data: new Uint8Array(1), shape: new Array(256).fill(1) },
      code: 'E_IDX_NDIM',
    },
    { what: 'a NaN size', array: { data: new Uint8Array(1), shape: [Number.NaN] }, code: 'E_IDX_TOO_LARGE' },
    { what: 'a negative size', array: { data: new Uint8Array(1), shape: [-1] }, code: 'E_IDX_TOO_LARGE' },
    {
      what: 'a size of 2^32',
      array: { data: new Uint8Array(0), shape: [2 ** 32, 0] },
      code: 'E_IDX_TOO_LARGE',
    },
    {
      what: 'data that do not fit the shape',
      array: { data: new Uint8Array(5), shape: [2, 3] },
      code: 'E_IDX_SHAPE',
    },
  ])('refuses $what', ({ array, code }) => {
    expect(() => encodeIdx(array as never)).toThrowError(
      expect.objectContaining({ name: 'IdxFormatError', code }),
    );
  });
});
