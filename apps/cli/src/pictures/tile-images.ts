import type { NdArray } from '@fashion-mnist/core';
import type { GrayPicture } from '@fashion-mnist/visualize';
import type { Grid } from '../parse-options.ts';

/** Consecutive images side by side, row by row; black where the images end. */
export function tileImages(
  { data, shape }: NdArray<Uint8Array>,
  first: number,
  { rows, columns }: Grid,
): GrayPicture {
  const [count = 0, height = 0, width = 0] = shape;
  const sheet = new Uint8Array(rows * height * columns * width);
  for (let place = 0; place < rows * columns && first + place < count; place++) {
    const top = Math.floor(place / columns) * height;
    const left = (place % columns) * width;
    for (let row = 0; row < height; row++) {
      const from = ((first + place) * height + row) * width;
      sheet.set(data.subarray(from, from + width), (top + row) * columns * width + left);
    }
  }
  return { data: sheet, shape: [rows * height, columns * width] };
}
