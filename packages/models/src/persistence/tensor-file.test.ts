import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelsError } from '../errors.ts';
import { decodeTensors, encodeTensors } from './tensor-file.ts';

const tensors = new Map([
  ['bytes', { data: Uint8Array.of(1, 2, 3), shape: [3] }],
  ['doubles', { data: Float64Array.of(Math.PI, -0, Number.NaN), shape: [1, 3] }],
  ['floats', { data: Float32Array.of(0.5, -1, 3, 4), shape: [2, 2] }],
  ['none', { data: new Int32Array(0), shape: [0, 5] }],
]);

it('gives back what was put in, from bytes at any place', () => {
  const file = encodeTensors({ tensors, metadata: { by: 'test' } });
  const shifted = new Uint8Array(file.length + 1);
  shifted.set(file, 1);
  expect(decodeTensors(shifted.subarray(1))).toEqual({ tensors, metadata: { by: 'test' } });
});

it('is laid out as the safetensors format says', () => {
  const file = encodeTensors({ tensors, metadata: { by: 'test' } });
  const view = new DataView(file.buffer);
  const length = Number(view.getBigUint64(0, true));
  const header: unknown = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  expect(header).toEqual({
    __metadata__: { by: 'test' },
    doubles: { dtype: 'F64', shape: [1, 3], data_offsets: [0, 24] },
    floats: { dtype: 'F32', shape: [2, 2], data_offsets: [24, 40] },
    none: { dtype: 'I32', shape: [0, 5], data_offsets: [40, 40] },
    bytes: { dtype: 'U8', shape: [3], data_offsets: [40, 43] },
  });
  expect(length % 8).toBe(0);
  expect(file.length).toBe(8 + length + 43);
  expect(view.getFloat64(8 + length, true)).toBe(Math.PI);
  expect(view.getFloat32(8 + length + 28, true)).toBe(-1);
});

describe('a file is refused', () => {
  const a = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
  const b = { dtype: 'F32', shape: [2], data_offsets: [8, 16] };
  const header = (change: object) => JSON.stringify({ a, b, ...change });

  it('unless its header is as it should be', () => {
    expect([...decodeTensors(fileOf(header({}), 16)).tensors.keys()]).toEqual(['a', 'b']);
  });

  it.each<[string, string, number]>([
    ['has no header', '', 0],
    ['has a list as its header', '[]', 0],
    ['has a header that is no JSON', '{', 0],
    ['has a header of great depth', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 0],
    [
      'has an array of great depth for a type',
      `{"a":{"dtype":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
      0,
    ],
    ['names an array twice', `{"a":${JSON.stringify(a)},"\\u0061":${JSON.stringify(a)}}`, 8],
    ['has texts twice', '{"__metadata__":{"x":"1","x":"2"}}', 0],
    ['has metadata that are no texts', '{"__metadata__":{"x":1}}', 0],
    ['has offsets in the wrong order', header({ b: { ...b, data_offsets: [16, 8] } }), 16],
    ['has arrays that overlap', header({ b: { ...b, data_offsets: [4, 12] } }), 16],
    ['has an array within another', header({ b: { ...b, data_offsets: [0, 8] } }), 16],
    ['has a gap', header({ b: { ...b, data_offsets: [12, 20] } }), 20],
    ['has bytes that no array names', header({}), 17],
    ['ends before its arrays do', header({}), 15],
    [
      'has an array that begins too far on',
      header({ b: { ...b, data_offsets: [2 ** 52, 2 ** 52 + 8] } }),
      16,
    ],
    ['has a span that is not that of the shape', header({ b: { ...b, shape: [3] } }), 16],
    ['has a shape of too many elements', header({ b: { ...b, shape: [2 ** 40, 2 ** 40] } }), 16],
    ['has a negative size', header({ b: { ...b, shape: [-2] } }), 16],
    ['has a size that is no whole number', header({ b: { ...b, shape: [2.5] } }), 16],
    ['has a size that is a text', header({ b: { ...b, shape: ['2'] } }), 16],
    ['has numbers of an unknown type', header({ b: { ...b, dtype: 'F8' } }), 16],
    ['has an array without a type', header({ b: { shape: [2], data_offsets: [8, 16] } }), 16],
    ['has a name of the language for an array', header({ constructor: null }), 16],
    ['has the name of the prototype for an array', '{"__proto__":{"dtype":"F8"}}', 0],
  ])('when it %s', (_, json, dataBytes) => {
    expect(() => decodeTensors(fileOf(json, dataBytes))).toThrow(ModelsError);
    expect(() => decodeTensors(fileOf(json, dataBytes))).toThrow(
      expect.objectContaining({ code: 'E_MODEL' }),
    );
  });

  it.each([9n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n])('when its header should have %i bytes', (length) => {
    const file = fileOf('{}', 0);
    new DataView(file.buffer).setBigUint64(0, length, true);
    expect(() => decodeTensors(file)).toThrow(/expected a header of at most 2 bytes/);
  });

  it('when it is cut anywhere', () => {
    const file = encodeTensors({ tensors, metadata: { by: 'test' } });
    for (let length = 0; length < file.length; length += 1)
      expect(() => decodeTensors(file.subarray(0, length))).toThrow(ModelsError);
  });
});

it('gives back any arrays and texts that were put in', () => {
  const anyArray = fc
    .tuple(fc.nat(3), fc.nat(4), fc.constantFrom(Float32Array, Uint8Array, Float64Array, Int16Array))
    .map(([rows, columns, type]) => ({ data: new type(rows * columns).fill(rows), shape: [rows, columns] }));
  const anyTensors = fc.array(
    fc.tuple(
      fc.string().filter((name) => name !== '__metadata__'),
      anyArray,
    ),
  );
  fc.assert(
    fc.property(anyTensors, fc.dictionary(fc.string(), fc.string()), (entries, texts) => {
      const some = { tensors: new Map(entries), metadata: { ...texts } };
      const { tensors: got, metadata } = decodeTensors(encodeTensors(some));
      expect(new Map([...got].toSorted(byName))).toEqual(new Map([...some.tensors].toSorted(byName)));
      expect(Object.entries(metadata)).toEqual(Object.entries(some.metadata));
    }),
  );
});

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

function fileOf(header: string, dataBytes: number): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + json.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  return file;
}
