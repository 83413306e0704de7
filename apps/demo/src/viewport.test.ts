import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendViewports, fitViewport, keepInSight, panBy, toMap, toScreen, zoomAround } from './viewport.ts';

const places = fc.record({
  x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
});
const viewports = fc
  .tuple(fc.double({ min: 1, max: 1e5, noNaN: true }), places)
  .map(([scale, place]) => ({ scale, ...place }));
const area = { left: 100, top: 50, width: 800, height: 400 };
const limits = { min: 1, max: 1e5 };

/** Positions on a screen of 10,000 pixels, in doubles: a millionth of a pixel is far above the rounding. */
function expectSamePlace(actual: { x: number; y: number }, expected: { x: number; y: number }): void {
  expect(Math.abs(actual.x - expected.x)).toBeLessThan(1e-6);
  expect(Math.abs(actual.y - expected.y)).toBeLessThan(1e-6);
}

describe('toScreen and toMap', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(viewports, places, (viewport, place) => {
        expectSamePlace(toScreen(viewport, toMap(viewport, place)), place);
      }),
    );
  });

  it('puts larger y nearer to the top', () => {
    const viewport = { scale: 10, x: 0, y: 0 };
    expect(toScreen(viewport, { x: 0, y: 1 }).y).toBeLessThan(toScreen(viewport, { x: 0, y: 0 }).y);
  });
});

describe('fitViewport', () => {
  it('centres the map in the area and fills the narrower direction', () => {
    const viewport = fitViewport({ x: 1, y: 1 }, area);
    expect(toScreen(viewport, { x: 0, y: 0 })).toEqual({ x: 500, y: 250 });
    expect(toScreen(viewport, { x: 1, y: 1 })).toEqual({ x: 700, y: 50 });
  });

  it('has a finite scale for a map that is a single point', () => {
    expect(fitViewport({ x: 0, y: 0 }, area).scale).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

describe('zoomAround', () => {
  it('keeps what is under the anchor there', () => {
    const factors = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(viewports, places, factors, (viewport, anchor, factor) => {
        const zoomed = zoomAround(viewport, anchor, factor, limits);
        expectSamePlace(toScreen(zoomed, toMap(viewport, anchor)), anchor);
      }),
    );
  });

  it.each([
    { factor: 1e9, scale: limits.max },
    { factor: 1e-9, scale: limits.min },
  ])('stops at the limit for the factor $factor', ({ factor, scale }) => {
    expect(zoomAround({ scale: 10, x: 0, y: 0 }, { x: 3, y: 4 }, factor, limits).scale).toBe(scale);
  });
});

describe('keepInSight', () => {
  const home = fitViewport({ x: 1, y: 0.5 }, area);

  it('leaves a viewport that has the map in the middle as it is', () => {
    expect(keepInSight(home, { x: 1, y: 0.5 }, area)).toEqual(home);
  });

  it('brings back a map that was moved away', () => {
    const back = keepInSight(panBy(home, 5000, -5000), { x: 1, y: 0.5 }, area);
    expectSamePlace(toScreen(back, { x: -1, y: -0.5 }), { x: 500, y: 250 });
  });
});

describe('blendViewports', () => {
  it('begins and ends exactly at the two viewports', () => {
    const [from, to] = [
      { scale: 1, x: 2, y: 3 },
      { scale: 40, x: 50, y: 60 },
    ];
    expect(blendViewports(from, to, 0)).toEqual(from);
    expect(blendViewports(from, to, 1)).toEqual(to);
  });
});
