import { describe, expect, it } from 'vitest';
import { createMapLayout } from './map-layout.ts';
import { Scene } from './scene.ts';

const COUNT = 400;

/** A square of points, denser and denser to the right. */
function layoutOf(crowding: number): Float32Array {
  return Float32Array.from({ length: 2 * COUNT }, (_, i) => {
    const point = i >> 1;
    return i % 2 === 0 ? ((point % 20) / 19) ** crowding : Math.floor(point / 20) / 19;
  });
}

describe('a scene that follows layouts', () => {
  it('has their places at once, and the room around points when it settles', () => {
    const scene = new Scene({ labels: new Uint8Array(COUNT), classNames: ['all'] });
    scene.setLayout(layoutOf(1), 0);
    const { spacings } = scene.points;
    scene.followLayout(layoutOf(2));
    scene.followLayout(layoutOf(4));
    const wanted = createMapLayout(layoutOf(4), COUNT);
    expect(scene.isFollowing).toBe(true);
    expect(scene.points.positions).toEqual(wanted.positions);
    expect(scene.points.spacings).toBe(spacings);
    expect(wanted.spacings).not.toEqual(spacings);
    scene.settle();
    expect(scene.isFollowing).toBe(false);
    expect(scene.points.spacings).toEqual(wanted.spacings);
  });
});
