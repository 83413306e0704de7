import { describe, expect, it } from 'vitest';
import { ELEMENT_FORMATS, type IdxElementType, type IdxTypedArray } from './element-type.ts';
import { parseIdx } from './parse-idx.ts';

const SAMPLES: Record<IdxElementType, IdxTypedArray> = {
  uint8: Uint8Array.of(0, 255),
  int8: Int8Array.of(-128, 127),
  int16: Int16Array.of(-32768, 258),
  int32: Int32Array.of(-(2 ** 31), 0x01020304),
  float32: Float32Array.of(-0, 1.4e-45),
  float64: Float64Array.of(Math.PI, 5e-324),
};

/** Writes sizes and elements in one byte order by DataView, independent of `encodeIdx`. */
function idxFile(type: IdxElementType, shape: readonly number[], littleEndian: boolean): Uint8Array {
  const { code, byteSize } = ELEMENT_FORMATS[type];
  const values = SAMPLES[type];
  const file = new Uint8Array(4 + 4 * shape.length + values.byteLength);
  file.set([0, 0, code, shape.length]);
  const view = new DataView(file.buffer);
  shape.forEach((size, axis) => view.setUint32(4 + 4 * axis, size, littleEndian));
  values.forEach((value, i) => {
    const offset = 4 + 4 * shape.length + i * byteSize;
    if (type === 'float64') view.setFloat64(offset, value, littleEndian);
    else if (type === 'float32') view.setFloat32(offset, value, littleEndian);
    else if (byteSize === 4) view.setInt32(offset, value, littleEndian);
    else if (byteSize === 2) view.setInt16(offset, value, littleEndian);
    else view.setInt8(offset, value);
  });
  return file;
}

const TYPES = Object.keys(SAMPLES) as readonly IdxElementType[];

describe.each([
  { byteOrder: 'big-endian', other: 'little-endian', littleEndian: false },
  { byteOrder: 'little-endian', other: 'big-endian', littleEndian: true },
] as const)('the byte order $byteOrder', ({ byteOrder, other, littleEndian }) => {
  it.each(TYPES)('reads sizes and elements of %s', (type) => {
    const file = idxFile(type, [2, 1], littleEndian);
    expect(parseIdx(file, { byteOrder })).toEqual({ data: SAMPLES[type], shape: [2, 1] });
  });

  it.each([
    { what: 'a vector', shape: [2] },
    { what: 'sizes whose product is beyond counting', shape: [2, 1, 1] },
  ])('names the other one for $what', ({ shape }) => {
    const file = idxFile('uint8', shape, littleEndian);
    expect(() => parseIdx(file, { byteOrder: other })).toThrowError(
      expect.objectContaining({
        code: 'E_IDX_ENDIAN',
        details: expect.objectContaining({
          offset: 4,
          hint: expect.stringContaining(`byteOrder '${byteOrder}'`),
        }),
      }),
    );
  });

  it('does not blame the byte order for a file that fits in neither', () => {
    const file = idxFile('uint8', [3], littleEndian);
    expect(() => parseIdx(file, { byteOrder })).toThrowError(
      expect.objectContaining({ code: 'E_IDX_TRUNCATED' }),
    );
  });
});

describe('allowScalar', () => {
  const scalar = Uint8Array.of(0, 0, 0x0b, 0, 1, 2);

  it('reads a file without dimensions as one element', () => {
    expect(parseIdx(scalar, { allowScalar: true })).toEqual({ data: Int16Array.of(258), shape: [] });
  });

  it.each([
    { what: 'lacks a byte', file: scalar.subarray(0, 5), code: 'E_IDX_TRUNCATED' },
    { what: 'lacks its element', file: scalar.subarray(0, 4), code: 'E_IDX_TRUNCATED' },
    { what: 'has a byte too many', file: Uint8Array.of(...scalar, 3), code: 'E_IDX_TRAILING' },
  ])('refuses one that $what', ({ file, code }) => {
    expect(() => parseIdx(file, { allowScalar: true })).toThrowError(expect.objectContaining({ code }));
  });

  it('is named where a scalar is refused', () => {
    expect(() => parseIdx(scalar)).toThrowError(/allowScalar/);
  });
});
