import type { NdArray } from '@fashion-mnist/core';
import { imageShape } from '../../images/images.ts';
import { describeImage, type ImageDescription } from './describe-image.ts';

/** Many images in figures, as `describeImage` gives them for one. All shares are `0..1`. */
export interface ImageMeasurements {
  readonly imageCount: number;
  /** Share of images without a pixel above 0; they count for nothing below but `zeroShare` and `fullShare`. */
  readonly emptyShare: number;
  /** Share of images whose content's longest edge is the whole image, and is one pixel less. */
  readonly fullEdgeShare: number;
  readonly oneLessEdgeShare: number;
  /** Share of images whose top left pixel is 0. */
  readonly cornerZeroShare: number;
  /** Share of all pixels that are 0, and that are 255. */
  readonly zeroShare: number;
  readonly pixel255Share: number;
  /** Of images with a free row or column along an axis: share whose content is centred, or one pixel right of or below it. */
  readonly centredShare: number;
  readonly oddAtTopLeftShare: number;
  /** Quantiles of width / height of the content: 1, 25, 50, 75 and 99 %. */
  readonly aspectQuantiles: readonly [number, number, number, number, number];
}

/**
 * What many images show of their conversion.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @throws {TransformError} `E_SHAPE` - the array is not of images.
 */
export function measureImages(images: NdArray<Uint8Array>): ImageMeasurements {
  const { imageCount, height, width } = imageShape('measureImages', images);
  const size = height * width;
  const all = Array.from({ length: imageCount }, (_, image) =>
    describeImage(images.data.subarray(image * size, (image + 1) * size), width),
  );
  const filled = all.filter(({ longestEdge }) => longestEdge > 0);
  const edge = Math.max(height, width);
  const slacks = filled.flatMap(slackDifferences);
  return {
    imageCount,
    emptyShare: 1 - filled.length / imageCount,
    fullEdgeShare: share(filled, ({ longestEdge }) => longestEdge === edge),
    oneLessEdgeShare: share(filled, ({ longestEdge }) => longestEdge === edge - 1),
    cornerZeroShare: share(filled, ({ cornerPixel }) => cornerPixel === 0),
    zeroShare: mean(all.map(({ zeroShare }) => zeroShare)),
    pixel255Share: mean(all.map(({ fullShare }) => fullShare)),
    centredShare: share(slacks, (difference) => difference === 0),
    oddAtTopLeftShare: share(slacks, (difference) => difference === 1),
    aspectQuantiles: quantiles(filled.map(({ aspect }) => aspect)),
  };
}

function slackDifferences({ left, right, top, bottom }: ImageDescription): readonly number[] {
  return [...(left + right > 0 ? [left - right] : []), ...(top + bottom > 0 ? [top - bottom] : [])];
}

function quantiles(values: readonly number[]): readonly [number, number, number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.01), at(0.25), at(0.5), at(0.75), at(0.99)];
}

function share<T>(items: readonly T[], has: (item: T) => boolean): number {
  return items.filter(has).length / items.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
