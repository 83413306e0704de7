import type { Placement } from './affine-map.ts';

/** A picture as it is. */
export const UPRIGHT: Readonly<Placement> = Object.freeze({
  degrees: 0,
  right: 0,
  down: 0,
  scale: 1,
  shearX: 0,
  shearY: 0,
});
