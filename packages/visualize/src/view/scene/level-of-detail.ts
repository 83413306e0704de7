import { clamp } from '../geometry.ts';

type DetailName =
  | 'dotShare'
  | 'smallestDot'
  | 'largestDot'
  | 'digitRadius'
  | 'picturesBegin'
  | 'picturesOnly'
  | 'smallestPicture'
  | 'largestPicture'
  | 'pictureShare'
  | 'smallestRinged'
  | 'ring'
  | 'guestSize';

/*
 * How large a point is drawn, by the distance to its neighbours in CSS pixels. The shaders of `renderer/shaders.ts` are
 * given the same numbers.
 */
export const DETAIL: Readonly<Record<DetailName, number>> = Object.freeze({
  /** Radius of a dot per pixel of spacing. */
  dotShare: 0.44,
  smallestDot: 1.25,
  largestDot: 7,
  /** From this radius on, a dot shows the number of its class. */
  digitRadius: 5,
  /** Dots fade into pictures between these spacings. */
  picturesBegin: 14,
  picturesOnly: 17,
  smallestPicture: 15,
  largestPicture: 96,
  pictureShare: 1.15,
  /** Selected and marked dots have at least this radius, and a ring of this width. */
  smallestRinged: 2.25,
  ring: 1.75,
  guestSize: 44,
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
