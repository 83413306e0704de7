import { expect, it } from 'vitest';
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
