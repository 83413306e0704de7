import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import expected from '../test/reference/procrustes.json' with { type: 'json' };
import { alignPlaces } from './align-places.ts';

const mapOf = (values: readonly number[]) => ndArray(Float32Array.from(values), [values.length / 2, 2]);
const reference = mapOf(expected.reference);

describe('alignPlaces', () => {
  // Both compute in float64 from float32, and round to float32: coordinates are below 16.
  it.each(expected.maps)('equals SciPy on a map that is $name', ({ places, aligned }) => {
    const { data, shape } = alignPlaces(reference, mapOf(places));
    expect(shape).toEqual(reference.shape);
    for (const [i, value] of aligned.entries()) expect(data[i]).toBeCloseTo(value, 4);
  });

  it('leaves a map that is aligned where it is', () => {
    const once = alignPlaces(reference, mapOf(expected.maps[0]?.places ?? []));
    const twice = alignPlaces(reference, once);
    for (const [i, value] of once.data.entries()) expect(twice.data[i]).toBeCloseTo(value, 4);
  });

  it('gives points that lie at one place the mean of the reference', () => {
    const { data } = alignPlaces(mapOf([0, 0, 4, 2]), mapOf([7, 7, 7, 7]));
    expect([...data]).toEqual([2, 1, 2, 1]);
  });

  it('refuses maps of other points, without points, and with infinite ones', () => {
    expect(() => alignPlaces(reference, mapOf([1, 2]))).toThrow(/expected a map \[12, 2\], got \[1, 2\]/);
    expect(() => alignPlaces(mapOf([]), mapOf([]))).toThrow(expect.objectContaining({ code: 'E_COUNT' }));
    expect(() => alignPlaces(mapOf([0, 0]), mapOf([0, Infinity]))).toThrow(/expected finite coordinates/);
  });
});
