import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPointIndex } from './point-index.ts';
import type { Point } from './viewport.ts';

const halfSize = { x: 1, y: 0.5 };
const points = fc.array(
  fc.record({
    x: fc.float({ min: -1, max: 1, noNaN: true }),
    y: fc.float({ min: -0.5, max: 0.5, noNaN: true }),
  }),
  { maxLength: 200 },
);
const places = fc.record({
  x: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  y: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
});

function flatten(list: readonly Point[]): Float32Array {
  return Float32Array.from(list.flatMap(({ x, y }) => [x, y]));
}

describe('createPointIndex', () => {
  it('finds the same nearest point as a search through all accepted points', () => {
    fc.assert(
      fc.property(
        points,
        places,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 3 }),
        (list, place, reach, step) => {
          const distances = list.map(({ x, y }, point) =>
            point % step === 0 ? Math.hypot(x - place.x, y - place.y) : Number.POSITIVE_INFINITY,
          );
          const shortest = Math.min(...distances);
          // At the very rim of the reach, rounding decides.
          fc.pre(Math.abs(shortest - reach) > 1e-9);

          const isAccepted = (point: number) => point % step === 0;
          const found = createPointIndex(flatten(list), halfSize).nearest(place, reach, isAccepted);
          if (shortest > reach) expect(found).toBeUndefined();
          else expect(distances[found as number]).toBeCloseTo(shortest, 9);
        },
      ),
    );
  });

  it('finds the first of several points in one place', () => {
    const index = createPointIndex(Float32Array.of(0, 0, 0, 0, 0, 0), { x: 0, y: 0 });
    expect(index.nearest({ x: 0, y: 0 }, 1, () => true)).toBe(0);
  });

  it('finds nothing in an empty map', () => {
    const index = createPointIndex(new Float32Array(0), { x: 0, y: 0 });
    expect(index.nearest({ x: 0, y: 0 }, 1, () => true)).toBeUndefined();
  });

  it('measures the spacing where points are, not the empty space between clusters', () => {
    const cluster = (middle: number) =>
      Array.from({ length: 400 }, (_, i) => ({
        x: middle + (i % 20) * 0.005,
        y: Math.floor(i / 20) * 0.005,
      }));
    const positions = flatten([...cluster(-1), ...cluster(0.9)]);
    const { spacing } = createPointIndex(positions, halfSize);
    expect(spacing).toBeGreaterThan(0.0025);
    expect(spacing).toBeLessThan(0.015);
  });
});
