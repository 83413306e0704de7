import { describe, expect, it } from 'vitest';
import { countInView } from './count-in-view.ts';

/** The corners of a map that is twice as wide as high, its middle, and an image that is not on it. */
const map = {
  positions: Float32Array.of(100, 50, 300, 50, 100, 150, 300, 150, 200, 100, Number.NaN, Number.NaN),
  labels: Uint8Array.of(0, 0, 1, 1, 2, 2),
  mask: undefined,
};

describe('countInView', () => {
  it('counts all images of a map that is seen whole, and none that is not on it', () => {
    const counts = countInView(map, { camera: { x: 0, y: 0, scale: 100 }, width: 201, height: 101 }, 3);
    expect([...counts]).toEqual([2, 2, 1]);
  });

  it('counts what lies around the camera, y upward', () => {
    const camera = { x: 0, y: 0.5, scale: 100 };
    expect([...countInView(map, { camera, width: 201, height: 20 }, 3)]).toEqual([0, 2, 0]);
    expect([...countInView(map, { camera: { ...camera, y: 0 }, width: 20, height: 20 }, 3)]).toEqual([
      0, 0, 1,
    ]);
  });

  it('leaves out what the mask leaves out', () => {
    const mask = Uint8Array.of(1, 0, 0, 0, 1, 1);
    const view = { camera: { x: 0, y: 0, scale: 100 }, width: 500, height: 500 };
    expect([...countInView({ ...map, mask }, view, 3)]).toEqual([1, 0, 1]);
  });
});
