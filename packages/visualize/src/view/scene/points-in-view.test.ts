import { describe, expect, it } from 'vitest';
import { HIDDEN, SELECTED } from './point-flags.ts';
import { type InViewOptions, pointsInView } from './points-in-view.ts';
import type { ScenePoints } from './scene.ts';

const positions = Float32Array.of(0, 0, 0.5, 0, 5, 0, 0, 0.5);
const points: ScenePoints = {
  count: 4,
  labels: new Uint8Array(4),
  flags: new Uint8Array(4),
  visibleCount: 4,
  isDimming: false,
  positions,
  startPositions: positions,
  blend: 1,
  spacings: Float32Array.of(0.1, 0.1, 0.1, 0.3),
};
const options: InViewOptions = {
  camera: { x: 0, y: 0, scale: 100 },
  size: { width: 200, height: 200 },
  hasPicture: new Uint8Array(4).fill(1),
  step: 1,
};

function inView(change: Partial<ScenePoints> = {}, view: Partial<InViewOptions> = {}) {
  const { plainDots, raisedDots, pictures } = pointsInView({ ...points, ...change }, { ...options, ...view });
  return { plainDots: [...plainDots], raisedDots: [...raisedDots], pictures: [...pictures] };
}

describe('pointsInView', () => {
  it('finds dots where there is little room and pictures where there is much, and nothing outside', () => {
    expect(inView()).toEqual({ plainDots: [0, 1], raisedDots: [], pictures: [3] });
  });

  it('finds a dot where there is no picture yet', () => {
    expect(inView({}, { hasPicture: new Uint8Array(4) }).plainDots).toEqual([0, 1, 3]);
  });

  it('finds both while one fades into the other', () => {
    const { plainDots, pictures } = inView({ spacings: new Float32Array(4).fill(0.155) });
    expect([plainDots, pictures]).toEqual([
      [0, 1, 3],
      [0, 1, 3],
    ]);
  });

  it('leaves out hidden points and keeps raised ones apart', () => {
    const flags = Uint8Array.of(HIDDEN, SELECTED, 0, 0);
    expect(inView({ flags })).toEqual({ plainDots: [], raisedDots: [1], pictures: [3] });
  });

  it('looks where points are on their way', () => {
    const startPositions = Float32Array.of(9, 0, 9, 0, -5, 0, 9, 0);
    expect(inView({ startPositions, blend: 0.5 }).plainDots).toEqual([2]);
  });

  it('thins plain dots only', () => {
    const flags = Uint8Array.of(0, 0, 0, SELECTED);
    const { plainDots, raisedDots } = inView({ flags }, { step: 2, hasPicture: new Uint8Array(4) });
    expect([plainDots, raisedDots]).toEqual([[0], [3]]);
  });
});
