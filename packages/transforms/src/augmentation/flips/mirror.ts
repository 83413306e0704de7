import type { Pixels } from '../../images/images.ts';
import type { PictureSize } from '../editing/picture-size.ts';

/** Swaps left and right of an image in place. */
export function mirrorColumns(pixels: Pixels, start: number, { height, width }: PictureSize): void {
  for (let row = 0; row < height; row++) {
    let left = (start + row * width) | 0;
    let right = (left + width - 1) | 0;
    while (left < right) {
      const pixel = pixels[left] as number;
      pixels[left] = pixels[right] as number;
      pixels[right] = pixel;
      left = (left + 1) | 0;
      right = (right - 1) | 0;
    }
  }
}

/** Swaps top and bottom of an image in place. */
export function mirrorRows(pixels: Pixels, start: number, { height, width }: PictureSize): void {
  for (let row = 0; row < height >> 1; row++) {
    let upper = (start + row * width) | 0;
    let lower = (start + (height - 1 - row) * width) | 0;
    const end = (upper + width) | 0;
    while (upper < end) {
      const pixel = pixels[upper] as number;
      pixels[upper] = pixels[lower] as number;
      pixels[lower] = pixel;
      upper = (upper + 1) | 0;
      lower = (lower + 1) | 0;
    }
  }
}
