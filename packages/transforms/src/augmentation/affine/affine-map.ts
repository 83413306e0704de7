import type { PictureSize } from '../editing/picture-size.ts';
import { cosine, sine, tangent } from './trigonometry.ts';

/** How a picture is turned, stretched and moved; reused from image to image. */
export interface Placement {
  /** Clockwise. */
  degrees: number;
  right: number;
  down: number;
  scale: number;
  shearX: number;
  shearY: number;
}

/**
 * Where each pixel of a result comes from, in pixels of the source: column `[0] * x + [1] * y + [2]`, row
 * `[3] * x + [4] * y + [5]`. Whole numbers are the centres of pixels.
 */
export type AffineMap = Float64Array;

export function affineMap(): AffineMap {
  return new Float64Array(6);
}

/**
 * Writes the map of a placement: rotation after scaling after both shears, about the centre of the picture, then the shift.
 *
 * @see torchvision.transforms.functional._get_inverse_affine_matrix
 */
export function writePlacement(
  map: AffineMap,
  { height, width }: PictureSize,
  { degrees, right, down, scale, shearX, shearY }: Readonly<Placement>,
): void {
  const shearCosine = cosine(shearY);
  const a = cosine(degrees - shearY) / shearCosine;
  const c = sine(degrees - shearY) / shearCosine;
  const slant = tangent(shearX);
  const b = -a * slant - sine(degrees);
  const d = -c * slant + cosine(degrees);
  writeLinearMap(map, { height, width }, [d / scale, -b / scale, -c / scale, a / scale], right, down);
}

/** Writes the map that makes a picture smaller about its centre, by these factors across and down. */
export function writeZoom(map: AffineMap, size: PictureSize, across: number, down: number): void {
  writeLinearMap(map, size, [across, 0, 0, down], 0, 0);
}

function writeLinearMap(
  map: AffineMap,
  { height, width }: PictureSize,
  linear: readonly [number, number, number, number],
  right: number,
  down: number,
): void {
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  const [xx, xy, yx, yy] = linear;
  map[0] = xx;
  map[1] = xy;
  map[2] = centreX - xx * (centreX + right) - xy * (centreY + down);
  map[3] = yx;
  map[4] = yy;
  map[5] = centreY - yx * (centreX + right) - yy * (centreY + down);
}
