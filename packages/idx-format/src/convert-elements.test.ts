import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeIdx } from './encode-idx.ts';
import { parseIdx } from './parse-idx.ts';

describe('encodeIdx with a type', () => {
  it.each([
    { type: 'uint8', values: [0, 255], expected: Uint8Array.of(0, 255) },
    { type: 'int8', values: [-128, 127], expected: Int8Array.of(-128, 127) },
    { type: 'int16', values: [-32768, 32767], expected: Int16Array.of(-32768, 32767) },
    { type: 'int32', values: [-(2 ** 31), 2 ** 31 - 1], expected: Int32Array.of(-(2 ** 31), 2 ** 31 - 1) },
    {
      type: 'float32',
      values: [0.1, -Infinity, Number.NaN],
      expected: Float32Array.of(0.1, -Infinity, Number.NaN),
    },
    { type: 'float64', values: [0.1, -0, 5e-324], expected: Float64Array.of(0.1, -0, 5e-324) },
  ] as const)('converts numbers to $type', ({ type, values, expected }) => {
    const file = encodeIdx({ data: values, shape: [values.length] }, { type });
    expect(parseIdx(file).data).toEqual(expected);
  });

  it('converts typed arrays that IDX lacks, and ones that it has', () => {
    expect(parseIdx(encodeIdx({ data: Uint32Array.of(7), shape: [1] }, { type: 'uint8' })).data).toEqual(
      Uint8Array.of(7),
    );
    expect(parseIdx(encodeIdx({ data: Uint8Array.of(9), shape: [1] }, { type: 'float32' })).data).toEqual(
      Float32Array.of(9),
    );
  });

  it('keeps the bits of data that are of the type already', () => {
    const bits = Uint32Array.of(0x7fc01234, 0xffc00001);
    const file = encodeIdx({ data: new Float32Array(bits.buffer), shape: [2] }, { type: 'float32' });
    expect([...file.subarray(8)]).toEqual([0x7f, 0xc0, 0x12, 0x34, 0xff, 0xc0, 0x00, 0x01]);
  });

  it.each([
    { type: 'uint8', value: 256 },
    { type: 'uint8', value: -1 },
    { type: 'uint8', value: 1.5 },
    { type: 'uint8', value: Number.NaN },
    { type: 'uint8', value: Infinity },
    { type: 'int8', value: 128 },
    { type: 'int8', value: -129 },
    { type: 'int16', value: 32768 },
    { type: 'int32', value: 2 ** 31 },
    { type: 'float32', value: 1e39 },
    { type: 'float32', value: -1e39 },
    { type: 'float64', value: undefined },
    { type: 'float64', value: '1' },
    { type: 'int32', value: 1n },
  ] as const)('refuses $value as $type, and says where', ({ type, value }) => {
    const data = [0, 1, value] as readonly number[];
    expect(() => encodeIdx({ data, shape: [3] }, { type })).toThrowError(
      expect.objectContaining({
        code: 'E_IDX_VALUE',
        details: expect.objectContaining({ got: `${value} at index 2` }),
      }),
    );
  });

  it('takes exactly the whole numbers in range', () => {
    const anyNumber = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.double());
    fc.assert(
      fc.property(anyNumber, (value) => {
        const encode = () => encodeIdx({ data: [value], shape: [1] }, { type: 'int8' });
        if (Number.isInteger(value) && value >= -128 && value <= 127) {
          expect(parseIdx(encode()).data[0]).toBe(value === 0 ? 0 : value);
        } else expect(encode).toThrowError(expect.objectContaining({ code: 'E_IDX_VALUE' }));
      }),
    );
  });

  it('refuses numbers without a type', () => {
    expect(() => encodeIdx({ data: [1], shape: [1] } as never)).toThrowError(
      expect.objectContaining({ code: 'E_IDX_TYPE', message: expect.stringContaining('pass type') }),
    );
  });
});
