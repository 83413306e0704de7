import { describe, expect, it } from 'vitest';
import { elementCount, ndArray, sampleShape } from './nd-array.ts';

describe('ndArray', () => {
  it('keeps the data itself, uncopied', () => {
    const data = new Uint8Array(6);
    expect(ndArray(data, [2, 3]).data).toBe(data);
  });

  it('takes one element for the empty shape and none for a dimension of size 0', () => {
    expect(ndArray(new Float32Array(1), []).shape).toEqual([]);
    expect(ndArray(new Float32Array(0), [0, 28, 28]).shape).toEqual([0, 28, 28]);
  });

  it('refuses data that do not fit the shape, naming both sizes', () => {
    expect(() => ndArray(new Uint8Array(5), [2, 3])).toThrow('shape [2, 3] needs 6 elements, got 5');
  });

  it.each([[[-1]], [[1.5]], [[Number.NaN]]])('refuses the shape %j', (shape) => {
    expect(() => elementCount(shape)).toThrow(RangeError);
  });
});

describe('sampleShape', () => {
  it('counts the first dimension as samples and all others as features', () => {
    expect(sampleShape(ndArray(new Uint8Array(24), [2, 3, 4]))).toEqual({ sampleCount: 2, featureCount: 12 });
    expect(sampleShape(ndArray(new Uint8Array(2), [2]))).toEqual({ sampleCount: 2, featureCount: 1 });
  });

  it('refuses a scalar', () => {
    expect(() => sampleShape(ndArray(new Uint8Array(1), []))).toThrow(/at least one dimension/);
  });
});
