import type { Pixels } from '../../images/images.ts';
import { type Box, fillBox } from '../erasing/box.ts';
import { mirrorColumns, mirrorRows } from '../flips/mirror.ts';
import { movePicture } from '../windows/move-picture.ts';
import type { PictureSize } from './picture-size.ts';

/** An image to which whole pixels happen. It may do them at once, or remember them and do all together later. */
export interface Canvas {
  /** Swaps left and right. */
  mirrorColumns(): void;
  /** Swaps top and bottom. */
  mirrorRows(): void;
  /** Moves the image by whole pixels; what comes in is `fill`. */
  move(right: number, down: number, fill: number): void;
  /** Gives a rectangle one value. @param box - Borrowed, not kept. */
  fillBox(box: Box, value: number): void;
}

/** One after the other of the images in an array. */
export interface PixelCanvas extends Canvas {
  /** Goes to the image that begins at this pixel. */
  goTo(start: number): void;
}

/** A canvas that changes pixels at once, in place. */
export function pixelCanvas(pixels: Pixels, size: PictureSize): PixelCanvas {
  let start = 0;
  return {
    goTo(first) {
      start = first;
    },
    mirrorColumns: () => mirrorColumns(pixels, start, size),
    mirrorRows: () => mirrorRows(pixels, start, size),
    move: (right, down, fill) => movePicture(pixels, start, size, right, down, fill),
    fillBox: (box, value) => fillBox(pixels, start, size.width, box, value),
  };
}
