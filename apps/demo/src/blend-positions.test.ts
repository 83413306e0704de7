import { describe, expect, it } from 'vitest';
import { blendPositions, startPositions } from './blend-positions.ts';
import type { MapPoints } from './map-points.ts';

function mapPoints(sampleIndices: readonly number[], positions: readonly number[]): MapPoints {
  const count = sampleIndices.length;
  const labels = new Uint8Array(count);
  return { count, sampleIndices, positions: Float32Array.from(positions), labels, halfSize: { x: 1, y: 1 } };
}

describe('startPositions', () => {
  it('begins where the same image was, and at the new place for an image that was not there', () => {
    const before = mapPoints([4, 7], [0.25, 0.5, 0.75, 1]);
    const after = mapPoints([7, 9], [-1, -1, -0.5, -0.5]);
    const start = startPositions({ points: before, positions: before.positions }, after);
    expect([...start]).toEqual([0.75, 1, -0.5, -0.5]);
  });
});

describe('blendPositions', () => {
  it('is half way at the share 0.5', () => {
    expect([...blendPositions(Float32Array.of(0, 2), Float32Array.of(1, 4), 0.5)]).toEqual([0.5, 3]);
  });
});
