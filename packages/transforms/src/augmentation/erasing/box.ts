import type { Pixels } from '../../images/images.ts';

/** A rectangle of whole pixels; reused from image to image. */
export interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Gives the pixels of a box of an image one value, in place. */
export function fillBox(
  pixels: Pixels,
  start: number,
  imageWidth: number,
  { top, left, height, width }: Box,
  value: number,
): void {
  for (let row = top; row < top + height; row++) {
    const from = (start + row * imageWidth + left) | 0;
    const end = (from + width) | 0;
    for (let at = from; at < end; at = (at + 1) | 0) pixels[at] = value;
  }
}
