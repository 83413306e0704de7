import type { Pixels } from '../../../images/images.ts';
import type { AffineMap } from '../affine-map.ts';

/** Replaces an image in place, which begins at `start`: each of its pixels comes from where the map says. */
export type ImageSampler = (pixels: Pixels, start: number, map: AffineMap) => void;
