import type { Pixels } from '../../images/images.ts';
import type { PictureSize } from '../editing/picture-size.ts';

/** Moves an image by whole pixels in place; what comes in is `fill`. */
export function movePicture(
  pixels: Pixels,
  start: number,
  { height, width }: PictureSize,
  right: number,
  down: number,
  fill: number,
): void {
  const end = start + height * width;
  if (Math.abs(down) >= height || Math.abs(right) >= width) {
    pixels.fill(fill, start, end);
    return;
  }
  const distance = down * width + right;
  const first = start + Math.max(0, -distance);
  pixels.copyWithin(first + distance, first, Math.min(end, end - distance));
  if (down > 0) pixels.fill(fill, start, start + down * width);
  if (down < 0) pixels.fill(fill, end + down * width, end);
  if (right === 0) return;
  const emptied = right > 0 ? 0 : width + right;
  for (let row = start + emptied; row < end; row += width)
    for (let pixel = row; pixel < row + Math.abs(right); pixel++) pixels[pixel] = fill;
}
