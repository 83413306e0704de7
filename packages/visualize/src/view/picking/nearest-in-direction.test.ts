import { describe, expect, it } from 'vitest';
import { nearestInDirection } from './nearest-in-direction.ts';

const positions = Float32Array.of(0, 0, 1, 0.1, 3, 0, 0.2, 1, -1, 0, Number.NaN, 0);
const origin = { x: 0, y: 0 };

describe('nearestInDirection', () => {
  it.each([
    { direction: { x: 1, y: 0 }, expected: 1 },
    { direction: { x: -1, y: 0 }, expected: 4 },
    { direction: { x: 0, y: 1 }, expected: 3 },
    { direction: { x: 0, y: -1 }, expected: undefined },
  ])('goes to $expected in the direction $direction.x, $direction.y', ({ direction, expected }) => {
    expect(nearestInDirection(positions, origin, direction, () => true)).toBe(expected);
  });

  it('passes over points that are not accepted', () => {
    expect(nearestInDirection(positions, origin, { x: 1, y: 0 }, (point) => point !== 1)).toBe(2);
  });
});
