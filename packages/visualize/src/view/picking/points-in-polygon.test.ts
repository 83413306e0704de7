import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../geometry.ts';
import { createPointGrid } from './point-grid.ts';
import { pointsInBox, pointsInPolygon } from './points-in-polygon.ts';

const whole = fc.integer({ min: -10, max: 10 });
const corners = fc.record({ x: whole, y: whole });
/** No line through two whole places with coordinates up to 10 meets these: 47 a + 43 b is no multiple of 2021. */
const positionLists = fc
  .array(corners, { maxLength: 100 })
  .map((list) => Float32Array.from(list.flatMap(({ x, y }) => [x + 1 / 43, y + 1 / 47])));

/** The sum of the angles under which the edges are seen, in turns. */
function turnsAround(outline: readonly Point[], x: number, y: number): number {
  let angle = 0;
  outline.forEach((start, i) => {
    const end = outline[(i + 1) % outline.length] as Point;
    const [ax, ay, bx, by] = [start.x - x, start.y - y, end.x - x, end.y - y];
    angle += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  });
  return Math.round(angle / (2 * Math.PI));
}

function select(positions: Float32Array, outline: readonly Point[]): readonly number[] {
  return [...pointsInPolygon(createPointGrid(positions), positions, outline)];
}

describe('pointsInPolygon', () => {
  it('finds the points that the outline goes round, as the sum of angles has them', () => {
    fc.assert(
      fc.property(positionLists, fc.array(corners, { minLength: 3, maxLength: 12 }), (positions, outline) => {
        const expected = Array.from({ length: positions.length / 2 }, (_, point) => point).filter(
          (point) =>
            turnsAround(outline, positions[2 * point] as number, positions[2 * point + 1] as number) !== 0,
        );
        expect(select(positions, outline)).toEqual(expected);
      }),
    );
  });

  it('has no hole where the outline crosses itself', () => {
    const star = [0, 2, 4, 1, 3].map((corner) => ({
      x: Math.sin((corner * 2 * Math.PI) / 5),
      y: Math.cos((corner * 2 * Math.PI) / 5),
    }));
    expect(select(Float32Array.of(0, 0, 0.9, 0.9), star)).toEqual([0]);
  });

  it.each([
    [],
    [{ x: 0, y: 0 }],
    [
      { x: -1, y: 0 },
      { x: 1, y: 0 },
    ],
  ])('is empty for an outline without area', (...outline) => {
    expect(select(Float32Array.of(0, 0), outline as Point[])).toEqual([]);
  });

  it('leaves out points that are not accepted', () => {
    const positions = Float32Array.of(0, 0, 0.1, 0.1, 0.2, 0.2);
    const square = [
      { x: -1, y: -1 },
      { x: 1, y: -1 },
      { x: 1, y: 1 },
      { x: -1, y: 1 },
    ];
    const found = pointsInPolygon(createPointGrid(positions), positions, square, (point) => point !== 1);
    expect([...found]).toEqual([0, 2]);
  });
});

describe('pointsInBox', () => {
  it('finds the points in the box and on its rim, in order', () => {
    const positions = Float32Array.of(1, 1, 0.5, 0.5, -0.1, 0, 0, 0, Number.NaN, 0);
    const box = { xMin: 0, yMin: 0, xMax: 1, yMax: 1 };
    expect([...pointsInBox(createPointGrid(positions), positions, box)]).toEqual([0, 1, 3]);
  });
});
