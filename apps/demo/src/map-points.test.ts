import { describe, expect, it } from 'vitest';
import { toMapPoints } from './map-points.ts';

const labels = Uint8Array.of(5, 6, 7);

function mapDocument(sampleIndices: readonly number[], coordinates: readonly number[]) {
  const provenance = { seconds: 1, engine: 'test', options: {} };
  return { method: 'pca', title: 'PCA', sampleIndices, coordinates, provenance };
}

describe('toMapPoints', () => {
  it('centres the map and scales its longer side to -1..1', () => {
    const points = toMapPoints(mapDocument([0, 1], [10, 20, 14, 22]), labels);
    expect([...points.positions]).toEqual([-1, -0.5, 1, 0.5]);
    expect(points.halfSize).toEqual({ x: 1, y: 0.5 });
  });

  it('takes the label of the image that a point stands for', () => {
    expect([...toMapPoints(mapDocument([2, 0], [0, 0, 1, 1]), labels).labels]).toEqual([7, 5]);
  });

  it('puts a single point in the middle', () => {
    expect([...toMapPoints(mapDocument([0], [3, 4]), labels).positions]).toEqual([0, 0]);
  });

  it('reads a map without points', () => {
    expect(toMapPoints(mapDocument([], []), labels)).toMatchObject({ count: 0, halfSize: { x: 0, y: 0 } });
  });

  it.each([
    { what: 'too few coordinates', sampleIndices: [0, 1], coordinates: [1, 2] },
    { what: 'an image that does not exist', sampleIndices: [3], coordinates: [1, 2] },
    { what: 'a coordinate that is not a number', sampleIndices: [0], coordinates: [1, null as never] },
  ])('refuses $what', ({ sampleIndices, coordinates }) => {
    expect(() => toMapPoints(mapDocument(sampleIndices, coordinates), labels)).toThrowError(
      expect.objectContaining({ name: 'DataError', code: 'malformed' }),
    );
  });
});
