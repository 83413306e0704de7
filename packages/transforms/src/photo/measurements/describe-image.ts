import { IMAGE_SIDE } from '../image-side.ts';
/** A grey image in figures: where its content is, and how light it is. */
export interface ImageDescription {
  /** Size of the smallest box with all pixels above 0; 0 for an image without any. */
  readonly contentWidth: number;
  readonly contentHeight: number;
  /** The longer one of both. */
  readonly longestEdge: number;
  /** `contentWidth / contentHeight`; `NaN` without content. */
  readonly aspect: number;
  /** Rows or columns of zeros at each side; without content 0. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The pixel at the top left, `0..255`. */
  readonly cornerPixel: number;
  /** Share of pixels that are 0, `0..1`. */
  readonly zeroShare: number;
  /** Share of pixels that are 255, `0..1`. */
  readonly fullShare: number;
  /** Mean of the pixels above 0; `NaN` without content. */
  readonly contentMean: number;
}

/**
 * Where an image's content is, and how light it is.
 *
 * @param pixels - Row by row, background 0; borrowed.
 * @param width - Pixels in a row. @default 28
 */
export function describeImage(pixels: Uint8Array, width: number = IMAGE_SIDE): ImageDescription {
  const height = pixels.length / width;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  let sum = 0;
  let contentCount = 0;
  let fullCount = 0;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const pixel = pixels[at] as number;
      if (pixel === 0) continue;
      contentCount++;
      sum += pixel;
      if (pixel === 255) fullCount++;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  const counts = {
    cornerPixel: pixels[0] ?? 0,
    zeroShare: 1 - contentCount / pixels.length,
    fullShare: fullCount / pixels.length,
    contentMean: sum / contentCount,
  };
  if (contentCount === 0) return { ...NO_CONTENT, ...counts };
  const contentWidth = right - left + 1;
  const contentHeight = bottom - top + 1;
  return {
    contentWidth,
    contentHeight,
    longestEdge: Math.max(contentWidth, contentHeight),
    aspect: contentWidth / contentHeight,
    left,
    right: width - 1 - right,
    top,
    bottom: height - 1 - bottom,
    ...counts,
  };
}

const NO_CONTENT = {
  contentWidth: 0,
  contentHeight: 0,
  longestEdge: 0,
  aspect: Number.NaN,
  left: 0,
  right: 0,
  top: 0,
  bottom: 0,
};
