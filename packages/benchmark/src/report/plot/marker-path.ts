import type { MarkerShape } from '../families.ts';

/** Outlines about the origin, of about the same area each. */
const PATHS: Readonly<Record<MarkerShape, string>> = {
  circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z',
  square: 'M-4-4h8v8h-8Z',
  triangle: 'M0-5.4 5.2 3.9h-10.4Z',
  diamond: 'M0-5.8 5.4 0 0 5.8-5.4 0Z',
  cross: 'M-5-2.6-2.6-5 0-2.4 2.6-5 5-2.6 2.4 0 5 2.6 2.6 5 0 2.4-2.6 5-5 2.6-2.4 0Z',
};

/** The outline of a mark as the data of an SVG path, about 10 units wide. */
export function markerPath(shape: MarkerShape): string {
  return PATHS[shape];
}
