import type { NdArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import type { Pixels } from '../../images/images.ts';

/** Some small images of bytes or of floats. */
export const someImages: fc.Arbitrary<NdArray<Pixels>> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([imageCount, height, width]) => {
    const length = imageCount * height * width;
    return fc
      .tuple(fc.boolean(), fc.uint8Array({ minLength: length, maxLength: length }))
      .map(([isFloat, bytes]) => ({
        data: isFloat ? Float32Array.from(bytes, (byte) => byte / 8 - 3) : bytes,
        shape: [imageCount, height, width],
      }));
  });

/** Images of the same size whose pixels are all made by one rule. */
export function imagesOf(
  shape: readonly [number, number, number],
  pixelAt: (image: number, row: number, column: number) => number,
): NdArray<Uint8Array> {
  const [imageCount, height, width] = shape;
  const data = Uint8Array.from({ length: imageCount * height * width }, (_, index) => {
    const image = Math.floor(index / (height * width));
    return pixelAt(image, Math.floor(index / width) % height, index % width);
  });
  return { data, shape };
}

/** What an independent, naive definition says: each pixel of a result by its place. */
export function byPixel(
  images: NdArray<Pixels>,
  [height, width]: readonly [number, number],
  valueAt: (
    pixelAt: (row: number, column: number) => number | undefined,
    row: number,
    column: number,
  ) => number,
): number[] {
  const [imageCount = 0, sourceHeight = 0, sourceWidth = 0] = images.shape;
  const values: number[] = [];
  for (let image = 0; image < imageCount; image++) {
    const pixelAt = (row: number, column: number) =>
      row >= 0 && row < sourceHeight && column >= 0 && column < sourceWidth
        ? images.data[(image * sourceHeight + row) * sourceWidth + column]
        : undefined;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) values.push(valueAt(pixelAt, row, column));
  }
  return values;
}
