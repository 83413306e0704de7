import { clamp } from '../geometry.ts';

/*
 * How large a point is drawn, by the distance to its neighbours in CSS pixels. The shaders of `renderer/shaders.ts` are
 * given the same numbers.
 */
export const DETAIL = Object.freeze({
  /** Radius of a dot per pixel of spacing. */
  dotShare: 0.42,
  smallestDot: 1.5,
  largestDot: 6.5,
  /** From this radius on, a dot shows the number of its class. */
  digitRadius: 4.5,
  /** Dots fade into pictures between these spacings. */
  picturesBegin: 13,
  picturesOnly: 19,
  smallestPicture: 15,
  largestPicture: 96,
  pictureShare: 1.15,
});

export function dotRadius(spacing: number): number {
  return clamp(spacing * DETAIL.dotShare, DETAIL.smallestDot, DETAIL.largestDot);
}

/** 0: a dot, 1: a picture. */
export function pictureOpacity(spacing: number): number {
  return clamp((spacing - DETAIL.picturesBegin) / (DETAIL.picturesOnly - DETAIL.picturesBegin), 0, 1);
}

export function pictureSize(spacing: number): number {
  return clamp(spacing * DETAIL.pictureShare, DETAIL.smallestPicture, DETAIL.largestPicture);
}

/** Width of what is drawn at a point, in CSS pixels. */
export function pointSize(spacing: number, hasPicture: boolean): number {
  return hasPicture && spacing > DETAIL.picturesBegin ? pictureSize(spacing) : 2 * dotRadius(spacing);
}
