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
  const count = Math.abs(right);
  for (let row = 0; row < height; row++) {
    const from = (start + row * width + emptied) | 0;
    for (let column = 0; column < count; column++) pixels[(from + column) | 0] = fill;
  }
}
