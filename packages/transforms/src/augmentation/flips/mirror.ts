import type { Pixels } from '../../images/images.ts';
import type { PictureSize } from '../editing/picture-size.ts';

/** Swaps left and right of an image in place. */
export function mirrorColumns(pixels: Pixels, start: number, { height, width }: PictureSize): void {
  for (let row = 0; row < height; row++) {
    let left = start + row * width;
    let right = left + width - 1;
    while (left < right) {
      const pixel = pixels[left] as number;
      pixels[left++] = pixels[right] as number;
      pixels[right--] = pixel;
    }
  }
}

/** Swaps top and bottom of an image in place. */
export function mirrorRows(pixels: Pixels, start: number, { height, width }: PictureSize): void {
  let upper = start;
  let lower = start + (height - 1) * width;
  while (upper < lower) {
    for (let column = 0; column < width; column++) {
      const pixel = pixels[upper + column] as number;
      pixels[upper + column] = pixels[lower + column] as number;
      pixels[lower + column] = pixel;
    }
    upper += width;
    lower -= width;
  }
}
