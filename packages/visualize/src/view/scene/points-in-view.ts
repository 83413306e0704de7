import type { Size } from '../geometry.ts';
import type { ViewerCamera } from '../viewer.ts';
import { DETAIL, pictureSize } from './level-of-detail.ts';
import { DIMMED, HIDDEN, MARKED, SELECTED } from './point-flags.ts';
import { blended, type ScenePoints } from './scene.ts';

/** More do not fit on a screen, except on top of each other. */
const MAX_PICTURES = 24_000;

/** What is to be drawn of the points, in this order; raised points lie above the others. */
export interface PointsInView {
  readonly plainDots: Uint32Array;
  readonly raisedDots: Uint32Array;
  /** Raised ones last. */
  readonly pictures: Uint32Array;
}

export interface InViewOptions {
  readonly camera: ViewerCamera;
  readonly size: Size;
  /** 1 per id whose picture can be drawn. */
  readonly hasPicture: Uint8Array;
  /** Of the plain dots, every so manieth is drawn. */
  readonly step: number;
}

/** Dots are found that lie so far outside, in CSS pixels. */
const EDGE = 8;

/** The points in view, as dots, as pictures, or as both while they fade. One pass over all points. */
export function pointsInView(points: ScenePoints, options: InViewOptions): PointsInView {
  const { camera, size, hasPicture, step } = options;
  const { count, flags, spacings, positions, startPositions, blend } = points;
  const fading = DETAIL.picturesBegin / camera.scale;
  const faded = DETAIL.picturesOnly / camera.scale;
  const halfWidth = size.width / 2 / camera.scale;
  const halfHeight = size.height / 2 / camera.scale;
  const edge = EDGE / camera.scale;
  const raisedMask = SELECTED | MARKED;
  const dots = new Uint32Array(count);
  let [plainCount, raisedStart] = [0, count];
  const [plainPictures, raisedPictures]: [number[], number[]] = [[], []];

  for (let point = 0; point < count; point++) {
    const flag = flags[point] as number;
    if ((flag & HIDDEN) !== 0) continue;
    const isRaised = (flag & raisedMask) !== 0 || (points.isDimming && (flag & DIMMED) === 0);
    const spacing = spacings[point] as number;
    const isPicture = spacing > fading && hasPicture[point] === 1;
    if (!isPicture && !isRaised && point % step !== 0) continue;
    const reach = isPicture ? pictureSize(spacing * camera.scale) / 2 / camera.scale : edge;
    const to = positions[2 * point] as number;
    const x = blend === 1 ? to : blended(startPositions[2 * point] as number, to, blend);
    if (Math.abs(x - camera.x) > halfWidth + reach) continue;
    const toY = positions[2 * point + 1] as number;
    const y = blend === 1 ? toY : blended(startPositions[2 * point + 1] as number, toY, blend);
    if (Math.abs(y - camera.y) > halfHeight + reach) continue;

    if (isPicture) (isRaised ? raisedPictures : plainPictures).push(point);
    if (isPicture && spacing >= faded) continue;
    if (isRaised) dots[--raisedStart] = point;
    else dots[plainCount++] = point;
  }
  return {
    plainDots: dots.subarray(0, plainCount),
    raisedDots: dots.subarray(raisedStart),
    pictures: Uint32Array.from([
      ...plainPictures.slice(0, MAX_PICTURES),
      ...raisedPictures.slice(0, MAX_PICTURES),
    ]),
  };
}
