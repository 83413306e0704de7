import { type NdArray, ndArray } from '@fashion-mnist/core';

/**
 * Pictures whose pixels were stored column by column, row by row.
 *
 * @param images - Shape `[imageCount, height, width]`; the pixel in row `y` and column `x` of a picture is its element
 *   `x * height + y`. Borrowed, not modified.
 * @returns The same shape in memory of its own; the pixel is element `y * width + x`.
 * @throws {RangeError} when the data do not fit the shape.
 */
export function transposeImages({ data, shape }: NdArray<Uint8Array>): NdArray<Uint8Array> {
  const [, height = 0, width = 0] = shape;
  const { data: source } = ndArray(data, shape);
  const transposed = new Uint8Array(source.length);
  const pixelCount = height * width;
  let target = 0;
  for (let start = 0; start < source.length; start += pixelCount) {
    for (let row = start; row < start + height; row++) {
      for (let pixel = row; pixel < start + pixelCount; pixel += height) {
        transposed[target++] = source[pixel] as number;
      }
    }
  }
  return { data: transposed, shape };
}
