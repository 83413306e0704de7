import type { NdArray } from '@fashion-mnist/core';
import { imageShape } from '../../images/images.ts';
import { describeImage, type ImageDescription } from './describe-image.ts';

/** Many images in figures: what `describeImage` says of each, summed up. All shares are `0..1`. */
export interface ImageMeasurements {
  readonly imageCount: number;
  /** Share of images without a pixel above 0. Such images count for `zeroShare` and `pixel255Share` alone. */
  readonly emptyShare: number;
  /** Share of images whose content's longest edge is as long as the image, and one pixel shorter. */
  readonly fullEdgeShare: number;
  readonly oneLessEdgeShare: number;
  /** Share of images whose top left pixel is 0. */
  readonly cornerZeroShare: number;
  /** Share of all pixels that are 0, and that are 255. */
  readonly zeroShare: number;
  readonly pixel255Share: number;
  /**
   * Where content reaches from edge to edge along one axis and has room along the other: share whose room is the same at
   * both sides, and one pixel more at the left or top.
   */
  readonly centredShare: number;
  readonly oddAtTopLeftShare: number;
  /** Quantiles of width / height of the content: 1, 25, 50, 75 and 99 %. */
  readonly aspectQuantiles: readonly [number, number, number, number, number];
  /** What all but one image in 1,000 lie above, and all but one below. */
  readonly aspectRange: MeasuredRange;
  readonly zeroShareRange: MeasuredRange;
  readonly fullShareRange: MeasuredRange;
  readonly contentMeanRange: MeasuredRange;
}

/** The quantiles 0.1 % and 99.9 %. */
export type MeasuredRange = readonly [number, number];

/**
 * What many images show of how they were made.
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
  const offsets = filled.flatMap(offsetOfFullEdge);
  const aspects = sorted(filled, ({ aspect }) => aspect);
  return {
    imageCount,
    emptyShare: share(all, ({ longestEdge }) => longestEdge === 0),
    fullEdgeShare: share(filled, ({ longestEdge }) => longestEdge === edge),
    oneLessEdgeShare: share(filled, ({ longestEdge }) => longestEdge === edge - 1),
    cornerZeroShare: share(filled, ({ cornerPixel }) => cornerPixel === 0),
    zeroShare: mean(all.map(({ zeroShare }) => zeroShare)),
    pixel255Share: mean(all.map(({ fullShare }) => fullShare)),
    centredShare: share(offsets, (offset) => offset === 0),
    oddAtTopLeftShare: share(offsets, (offset) => offset === 1),
    aspectQuantiles: [0.01, 0.25, 0.5, 0.75, 0.99].map((level) =>
      quantile(aspects, level),
    ) as unknown as ImageMeasurements['aspectQuantiles'],
    aspectRange: range(aspects),
    zeroShareRange: range(sorted(filled, ({ zeroShare }) => zeroShare)),
    fullShareRange: range(sorted(filled, ({ fullShare }) => fullShare)),
    contentMeanRange: range(sorted(filled, ({ contentMean }) => contentMean)),
  };
}

/** How much more room there is at the left or top than opposite, of content that fills the other axis. */
function offsetOfFullEdge({ left, right, top, bottom }: ImageDescription): readonly number[] {
  if (top + bottom === 0 && left + right > 0) return [left - right];
  if (left + right === 0 && top + bottom > 0) return [top - bottom];
  return [];
}

function sorted(images: readonly ImageDescription[], of: (image: ImageDescription) => number): Float64Array {
  return Float64Array.from(images, of).toSorted();
}

/** The value at a level of sorted ones, the nearest one. */
function quantile(values: Float64Array, level: number): number {
  return values[Math.round(level * (values.length - 1))] ?? Number.NaN;
}

function range(values: Float64Array): MeasuredRange {
  return [quantile(values, 0.001), quantile(values, 0.999)];
}

function share<T>(items: readonly T[], has: (item: T) => boolean): number {
  return items.filter(has).length / items.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
