import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendCameras, fitCamera, keepInSight, panBy, toMap, toScreen, zoomTo } from './camera.ts';

const places = fc.record({
  x: fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  y: fc.double({ min: -1e3, max: 1e3, noNaN: true }),
});
const scales = fc.double({ min: 1, max: 1e5, noNaN: true });
const centres = fc.double({ min: -1, max: 1, noNaN: true });
const cameras = fc.record({ x: centres, y: centres, scale: scales });
const size = { width: 800, height: 400 };

/** Positions of some thousand pixels, in doubles: a millionth of a pixel is far above the rounding. */
function expectSamePlace(actual: { x: number; y: number }, expected: { x: number; y: number }): void {
  expect(Math.abs(actual.x - expected.x)).toBeLessThan(1e-6);
  expect(Math.abs(actual.y - expected.y)).toBeLessThan(1e-6);
}

describe('toScreen and toMap', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(cameras, places, (camera, place) => {
        expectSamePlace(toScreen(camera, size, toMap(camera, size, place)), place);
      }),
    );
  });

  it('put larger y nearer to the top', () => {
    const camera = { x: 0, y: 0, scale: 10 };
    expect(toScreen(camera, size, { x: 0, y: 1 })).toEqual({ x: 400, y: 190 });
  });
});

describe('fitCamera', () => {
  it('centres the box and fills the narrower direction', () => {
    const camera = fitCamera({ xMin: 1, yMin: 0, xMax: 3, yMax: 4 }, size);
    expect(camera).toEqual({ x: 2, y: 2, scale: 100 });
  });

  it('leaves the padding free', () => {
    const box = { xMin: -1, yMin: -1, xMax: 1, yMax: 1 };
    const camera = fitCamera(box, size, { padding: 50 });
    expect(toScreen(camera, size, { x: 0, y: 1 })).toEqual({ x: 400, y: 50 });
  });

  it('has a finite scale for a box that is a single point', () => {
    expect(Number.isFinite(fitCamera({ xMin: 1, yMin: 1, xMax: 1, yMax: 1 }, size).scale)).toBe(true);
  });

  it('does not go nearer than it may', () => {
    const box = { xMin: 0, yMin: 0, xMax: 0.1, yMax: 0.1 };
    expect(fitCamera(box, size, { maxScale: 700 }).scale).toBe(700);
  });
});

describe('panBy', () => {
  it('moves what is seen with the hand', () => {
    fc.assert(
      fc.property(cameras, places, (camera, place) => {
        const moved = toScreen(panBy(camera, 30, -20), size, toMap(camera, size, place));
        expectSamePlace(moved, { x: place.x + 30, y: place.y - 20 });
      }),
    );
  });
});

describe('zoomTo', () => {
  it('keeps what is under the anchor there', () => {
    fc.assert(
      fc.property(cameras, places, scales, (camera, anchor, scale) => {
        const zoomed = zoomTo(camera, size, anchor, scale);
        expect(zoomed.scale).toBe(scale);
        expectSamePlace(toScreen(zoomed, size, toMap(camera, size, anchor)), anchor);
      }),
    );
  });
});

describe('keepInSight', () => {
  const box = { xMin: -1, yMin: -0.5, xMax: 1, yMax: 0.5 };

  it('leaves a camera that sees the box in its middle as it is', () => {
    const camera = { x: 0.9, y: -0.4, scale: 100 };
    expect(keepInSight(camera, box)).toEqual(camera);
  });

  it('brings back a camera that was moved away', () => {
    expect(keepInSight({ x: 5, y: -5, scale: 100 }, box)).toEqual({ x: 1, y: -0.5, scale: 100 });
  });
});

describe('blendCameras', () => {
  const [from, to] = [
    { scale: 100, x: -0.5, y: 0.25 },
    { scale: 1600, x: 0.5, y: 0 },
  ];

  it('begins and ends exactly at the two cameras', () => {
    expect(blendCameras(from, to, 0)).toEqual(from);
    expect(blendCameras(from, to, 1)).toEqual(to);
  });

  it('zooms evenly: half of the way is the geometric mean', () => {
    expect(blendCameras(from, to, 0.5).scale).toBeCloseTo(400, 9);
  });

  it('pans evenly when it does not zoom', () => {
    expect(blendCameras(from, { ...to, scale: 100 }, 0.25)).toEqual({ scale: 100, x: -0.25, y: 0.1875 });
  });

  it('moves what both cameras see in the same place not at all', () => {
    const near = zoomTo(from, size, { x: 700, y: 100 }, 2000);
    const place = toMap(from, size, { x: 700, y: 100 });
    for (const share of [0.2, 0.5, 0.9]) {
      expectSamePlace(toScreen(blendCameras(from, near, share), size, place), { x: 700, y: 100 });
    }
  });
});
