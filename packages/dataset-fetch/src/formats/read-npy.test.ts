import type { TypedArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { npyBytes, type RawNpy } from '../../test/npy-bytes.ts';
import { readNpy } from './read-npy.ts';

const KINDS = ['u1', 'i1', 'u2', 'i2', 'u4', 'i4', 'f4', 'f8'] as const;
const TYPED_ARRAYS = {
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  f4: Float32Array,
  f8: Float64Array,
};

const bytesOf = ({ buffer, byteOffset, byteLength }: TypedArray | BigInt64Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The bytes of each element in the other order. */
function swapped(bytes: Uint8Array, byteSize: number): Uint8Array {
  return bytes.map((_, index) => bytes[index + byteSize - 1 - 2 * (index % byteSize)] ?? 0);
}

const plain: RawNpy = { descr: '|u1', shape: [2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

describe('readNpy', () => {
  it('reads every kind of number, in both byte orders, of every version, bit by bit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.constantFrom(1 as const, 2 as const, 3 as const),
        fc.boolean(),
        fc.array(fc.nat(5), { minLength: 0, maxLength: 4 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (kind, version, isBigEndian, shape, noise) => {
          const { BYTES_PER_ELEMENT: byteSize } = TYPED_ARRAYS[kind];
          const byteLength = byteSize * shape.reduce((product, size) => product * size, 1);
          const little = Uint8Array.from({ length: byteLength }, () => noise.next().value ?? 0);
          const data = isBigEndian ? swapped(little, byteSize) : little;
          const array = readNpy(
            npyBytes({ descr: `${isBigEndian ? '>' : '<'}${kind}`, shape, data, version }),
          );
          expect(array.shape).toEqual(shape);
          expect(array.data).toBeInstanceOf(TYPED_ARRAYS[kind]);
          expect(bytesOf(array.data)).toEqual(little);
        },
      ),
    );
  });

  it('gives single bytes as a view of the file, wherever it lies in memory', () => {
    const file = npyBytes(plain);
    const memory = new Uint8Array(file.length + 3);
    memory.set(file, 3);
    const { data } = readNpy(memory.subarray(3));
    expect(data).toEqual(plain.data);
    expect(data.buffer).toBe(memory.buffer);
  });

  it('reads wide numbers from an odd place in memory', () => {
    const file = npyBytes({ descr: '<f8', shape: [2], data: bytesOf(Float64Array.of(0.1, -0)) });
    const memory = new Uint8Array(file.length + 1);
    memory.set(file, 1);
    expect(readNpy(memory.subarray(1)).data).toEqual(Float64Array.of(0.1, -0));
  });

  it('narrows 64-bit integers, and refuses those that do not fit', () => {
    const file = (...values: bigint[]) =>
      npyBytes({ descr: '<i8', shape: [values.length], data: bytesOf(BigInt64Array.from(values)) });
    expect(readNpy(file(-(2n ** 31n), 2n ** 31n - 1n)).data).toEqual(Int32Array.of(-(2 ** 31), 2 ** 31 - 1));
    expect(() => readNpy(file(0n, 2n ** 31n))).toThrow(
      'npy: expected an element of at most 32 bits, got 2147483648 at index 1',
    );
  });

  it.each([
    ['keys in any order', "{'shape': (2, 3), 'fortran_order': False, 'descr': '|u1'}"],
    ["Python 2's long integers", "{'descr': '|u1', 'fortran_order': False, 'shape': (2L, 3L), }"],
    ['no spaces', "{'descr':'|u1','fortran_order':False,'shape':(2,3)}"],
  ])('reads a header with %s', (_, dictionary) => {
    expect(readNpy(npyBytes({ ...plain, dictionary })).shape).toEqual([2, 3]);
  });

  it('takes one column in any order', () => {
    expect(readNpy(npyBytes({ ...plain, shape: [6], isFortranOrder: true })).data).toEqual(plain.data);
  });

  it.each<{ what: string; bytes: Uint8Array; message: RegExp }>([
    { what: 'nothing', bytes: new Uint8Array(), message: /at byte 0, got the end/ },
    {
      what: 'another file',
      bytes: new TextEncoder().encode('PK\u0003\u0004 a zip file'),
      message: /at byte 0/,
    },
    { what: 'version 4', bytes: npyBytes(plain).with(6, 4), message: /version 1, 2 or 3 at byte 6, got 4/ },
    {
      what: 'a header of 4 GiB',
      bytes: npyBytes({ ...plain, version: 2 }).fill(0xff, 8, 12),
      message: /at most 10000 bytes at byte 8, got 4294967295/,
    },
    {
      what: "Fortran's order",
      bytes: npyBytes({ ...plain, isFortranOrder: true }),
      message:
        /expected an array in C's order at byte 128, got one in Fortran's \(save numpy.ascontiguousarray of it\)$/,
    },
    ...['<c8', '<M8[ns]', '|O', '|S5', '|b1', '<u8', '|u4', '=u4', 'u1', ''].map((descr) => ({
      what: `elements of type '${descr}'`,
      bytes: npyBytes({ ...plain, descr }),
      message: /expected numbers \(u1 to f8\) at byte \d+, got elements of type '/,
    })),
    {
      what: 'a byte too few',
      bytes: npyBytes(plain).subarray(0, -1),
      message: /6 bytes of data for shape \(2, 3\) at byte 128, got 5$/,
    },
    {
      what: 'a byte too many',
      bytes: npyBytes({ ...plain, shape: [5] }),
      message: /5 bytes of data .* got 6/,
    },
    {
      what: 'a size beyond all numbers',
      bytes: npyBytes({ ...plain, shape: [2 ** 52, 2 ** 52, 2 ** 52] }),
      message: /bytes of data/,
    },
    ...[
      "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 3), }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2, -3), }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3.0), }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2,, 3), }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': '(2, 3)', }",
      "{'descr': '|u1', 'fortran_order': 0, 'shape': (2, 3), }",
      "{'descr': '|u1', 'fortran_order': 'False', 'shape': (2, 3), }",
      "{'descr': '|u1', 'fortran_order': False, }",
      "{'descr': True, 'fortran_order': False, 'shape': (2, 3), }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (6,), 'shape': (2, 3), }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), 'more': True, }",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), } and more",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), ",
      "'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }",
      '',
    ].map((dictionary) => ({
      what: `the header ${dictionary || 'of spaces'}`,
      bytes: npyBytes({ ...plain, dictionary }),
      message: /npy: expected .* at byte \d+, got /s,
    })),
  ])('refuses $what', ({ bytes, message }) => {
    expect(() => readNpy(bytes)).toThrow(
      expect.objectContaining({ code: 'E_ARCHIVE', message: expect.stringMatching(message) as string }),
    );
  });

  it('refuses a file that is cut off anywhere', () => {
    const file = npyBytes(plain);
    for (let length = 0; length < file.length; length++) {
      expect(() => readNpy(file.subarray(0, length))).toThrow(/^npy: expected/);
    }
  });

  it('reads a long header in a time that grows with its length only', () => {
    const dictionary = `{'descr': '|u1', 'fortran_order': False, 'shape': (${'1'.repeat(9000)}x), }`;
    expect(() => readNpy(npyBytes({ ...plain, dictionary }))).toThrow(/npy: expected/);
  });
});
