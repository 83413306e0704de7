import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighborWeights } from './neighbor-weights.ts';
import { neighborsOnMap, placeAmong } from './place-among.ts';

const distances = fc
  .array(fc.double({ min: 0.01, max: 5000, noNaN: true }), { minLength: 2, maxLength: 40 })
  .map((values) => values.toSorted((a, b) => a - b));

describe('neighborWeights', () => {
  it('adds up to 1, and never gives a farther neighbour more', () => {
    fc.assert(
      fc.property(distances, (listed) => {
        const weights = neighborWeights(listed);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      }),
    );
  });

  it('does not depend on the unit of distances', () => {
    const listed = [1, 2, 3, 5, 8, 13];
    const scaled = neighborWeights(listed.map((distance) => 400 * distance));
    neighborWeights(listed).forEach((weight, at) => expect(scaled[at]).toBeCloseTo(weight, 4));
  });

  it('fits its scale to the binary logarithm of the number of neighbours', () => {
    const listed = [1, 2, 3, 5, 8, 13, 21, 34];
    const weights = neighborWeights(listed);
    // Weights are exp(-d / scale) / sum, so that two of them give the scale.
    const scale = 1 / Math.log((weights[0] ?? 0) / (weights[1] ?? 1));
    const sum = listed.slice(1).reduce((total, distance) => total + Math.exp(-distance / scale), 0);
    expect(sum).toBeCloseTo(3, 3);
  });

  it('weighs twins of a point alike', () => {
    expect(neighborWeights([0, 0, 0, 0])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('neighborsOnMap', () => {
  it('passes over those that are not on the map', () => {
    const positions = Float32Array.of(Number.NaN, Number.NaN, 3, 4);
    const neighbors = neighborsOnMap(Uint32Array.of(0, 1), Float32Array.of(1, 2), positions);
    expect(neighbors).toEqual([{ id: 1, x: 3, y: 4, distance: 2 }]);
  });

  it('takes the nearest 15', () => {
    const ids = Uint32Array.from({ length: 40 }, (_, at) => 39 - at);
    const neighbors = neighborsOnMap(ids, new Float32Array(40), new Float32Array(80));
    expect(neighbors.map(({ id }) => id)).toEqual(Array.from(ids.subarray(0, 15)));
  });
});

describe('placeAmong', () => {
  it('is where the only neighbour is', () => {
    expect(placeAmong([{ id: 1, x: 3, y: 4, distance: 2 }])).toEqual({ x: 3, y: 4 });
  });

  it('is in the middle of neighbours that are equally near', () => {
    const corners = [0, 4].flatMap((x) => [0, 4].map((y) => ({ id: x + y, x, y, distance: 7 })));
    const place = placeAmong(corners);
    expect(place?.x).toBeCloseTo(2, 9);
    expect(place?.y).toBeCloseTo(2, 9);
  });

  it('is nowhere without neighbours', () => {
    expect(placeAmong([])).toBeUndefined();
  });
});
