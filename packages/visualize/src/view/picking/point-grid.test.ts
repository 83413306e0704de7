import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPointGrid } from './point-grid.ts';

const coordinates = fc.oneof(
  { weight: 9, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const positionLists = fc
  .array(fc.tuple(coordinates, coordinates), { maxLength: 200 })
  .map((list) => Float32Array.from(list.flat()));
const places = fc.record({
  x: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  y: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
});

describe('createPointGrid', () => {
  it('finds the same nearest point as a search through all accepted points', () => {
    const reaches = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        positionLists,
        places,
        reaches,
        fc.integer({ min: 1, max: 3 }),
        (positions, place, reach, step) => {
          const distances = Array.from({ length: positions.length / 2 }, (_, point) => {
            const distance = Math.hypot(
              (positions[2 * point] as number) - place.x,
              (positions[2 * point + 1] as number) - place.y,
            );
            return point % step === 0 && !Number.isNaN(distance) ? distance : Number.POSITIVE_INFINITY;
          });
          const shortest = Math.min(...distances);
          // At the very rim of the reach, rounding decides.
          fc.pre(Math.abs(shortest - reach) > 1e-9);
          const found = createPointGrid(positions).nearest(place, reach, (point) => point % step === 0);
          if (shortest > reach) expect(found).toBeUndefined();
          else expect(distances[found as number]).toBeCloseTo(shortest, 9);
        },
      ),
    );
  });

  it('finds the first of several points in one place', () => {
    const grid = createPointGrid(Float32Array.of(0, 0, 0, 0, 0, 0));
    expect(grid.nearest({ x: 0, y: 0 }, 1)).toBe(0);
  });

  it('finds nothing in an empty map', () => {
    expect(createPointGrid(new Float32Array(0)).nearest({ x: 0, y: 0 }, 1)).toBeUndefined();
  });

  it('visits every point of a box, none twice', () => {
    fc.assert(
      fc.property(positionLists, places, places, (positions, a, b) => {
        const box = {
          xMin: Math.min(a.x, b.x),
          yMin: Math.min(a.y, b.y),
          xMax: Math.max(a.x, b.x),
          yMax: Math.max(a.y, b.y),
        };
        const visited: number[] = [];
        createPointGrid(positions).forEachNear(box, (point) => visited.push(point));
        expect(new Set(visited).size).toBe(visited.length);
        for (let point = 0; 2 * point < positions.length; point++) {
          const [x, y] = [positions[2 * point] as number, positions[2 * point + 1] as number];
          if (x >= box.xMin && x <= box.xMax && y >= box.yMin && y <= box.yMax)
            expect(visited).toContain(point);
        }
      }),
    );
  });

  it('measures the spacing where points are, not the empty space between clusters', () => {
    const cluster = (middle: number) =>
      Array.from({ length: 400 }, (_, i) => [middle + (i % 20) * 0.005, Math.floor(i / 20) * 0.005]);
    const { spacing } = createPointGrid(Float32Array.from([...cluster(-1), ...cluster(0.9)].flat()));
    expect(spacing).toBeGreaterThan(0.0025);
    expect(spacing).toBeLessThan(0.015);
  });

  it('does not count points that are nowhere', () => {
    const some = Float32Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? i % 20 : Math.floor(i / 20)));
    const withOthers = new Float32Array(2000).fill(Number.NaN);
    withOthers.set(some);
    expect(createPointGrid(withOthers).spacing).toBe(createPointGrid(some).spacing);
  });

  it('gives points of a dense part a smaller spacing than those of a sparse one', () => {
    const square = (left: number, step: number) =>
      Array.from({ length: 900 }, (_, i) => [left + (i % 30) * step, Math.floor(i / 30) * step]);
    const spacings = createPointGrid(
      Float32Array.from([...square(-1, 0.005), ...square(0, 0.02)].flat()),
    ).localSpacings();
    const middle = 15 * 30 + 15;
    expect(spacings[900 + middle] as number).toBeGreaterThan(2 * (spacings[middle] as number));
  });
});
