import { describe, expect, it } from 'vitest';
import { CameraControl } from './camera-control.ts';

const bounds = { xMin: -1, yMin: -0.5, xMax: 1, yMax: 0.5 };

function createControl(): CameraControl {
  const control = new CameraControl(() => {});
  control.resize({ width: 1056, height: 656 });
  control.setMap(bounds, 0.01, 0);
  return control;
}

describe('CameraControl', () => {
  it('shows the whole map with some room around it', () => {
    expect(createControl().camera).toEqual({ x: 0, y: 0, scale: 500 });
  });

  it('keeps showing the whole map when the container changes, until the reader has moved it', () => {
    const control = createControl();
    control.resize({ width: 556, height: 656 });
    expect(control.camera.scale).toBe(250);
    expect(control.isAtHome).toBe(true);
    control.panBy(10, 0);
    expect(control.isAtHome).toBe(false);
    control.resize({ width: 1056, height: 656 });
    expect(control.camera.scale).toBe(250);
    control.fit(undefined, 100);
    expect(control.isAtHome).toBe(true);
  });

  it('does not zoom out beyond half of the whole map, nor in beyond pictures far apart', () => {
    const control = createControl();
    control.zoomBy(1e-6);
    expect(control.camera.scale).toBe(250);
    control.zoomBy(1e9);
    expect(control.camera.scale).toBe(16_000);
  });

  it('glides to its goal and then rests', () => {
    const control = createControl();
    const start = performance.now();
    control.zoomBy(2, undefined, 100);
    expect(control.isMoving).toBe(true);
    control.advance(start + 50);
    expect(control.camera.scale).toBeGreaterThan(500);
    expect(control.camera.scale).toBeLessThan(1000);
    control.advance(start + 10_000);
    expect(control.camera.scale).toBe(1000);
    expect(control.isMoving).toBe(false);
  });

  it('adds up zooms that follow each other while it glides', () => {
    const control = createControl();
    control.zoomBy(2, undefined, 100);
    control.zoomBy(2, undefined, 100);
    control.advance(performance.now() + 10_000);
    expect(control.camera.scale).toBe(2000);
  });

  it('says when it has moved', () => {
    let count = 0;
    const control = new CameraControl(() => count++);
    control.set({ x: 0, y: 0, scale: 10 });
    expect(count).toBe(1);
  });
});
