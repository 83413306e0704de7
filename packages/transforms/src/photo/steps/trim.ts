import { quantumUnit } from '../quantum.ts';
import type { Raster } from '../raster.ts';

/** A part of a picture. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A share of 1 is one more than the largest word, as ImageMagick reads a percentage. */
const FUZZ_RANGE = 65536;

/** The least square of a distance that counts for ImageMagick, but for none at all. */
const LEAST_SQUARED_FUZZ = 0.5;

/**
 * A picture without the rows and columns at its edges whose colour is close to that of the corners.
 *
 * @param fuzz - The root mean square of the differences in red, green and blue that is still close, as a share of the
 *   largest value.
 * @returns The part that is left, the same raster when it is all; `null` when nothing is left.
 * @remarks As in ImageMagick the top left corner decides at the left and the top, the top right one at the right and
 *   the bottom left one at the bottom. Nothing is left also where these disagree on what is background, and where the
 *   content reaches no further than the first row or column: there ImageMagick warns that its geometry does not contain
 *   the image.
 * @see GetImageBoundingBox and IsMagickColorSimilar of ImageMagick 6
 */
export function trim(raster: Raster, fuzz: number): Raster | null {
  const box = contentBox(raster, squaredLimit(raster, fuzz));
  return box === null ? null : crop(raster, box);
}

/** The largest sum of the squared differences of red, green and blue that is still close. */
function squaredLimit(raster: Raster, fuzz: number): number {
  const squaredFuzz = fuzz === 0 ? 0 : Math.max((fuzz * FUZZ_RANGE) ** 2, LEAST_SQUARED_FUZZ);
  return (3 * squaredFuzz) / quantumUnit(raster) ** 2;
}

function contentBox(raster: Raster, limit: number): Box | null {
  const { width, height } = raster;
  const pixelCount = width * height;
  const topLeft = 0;
  const topRight = width - 1;
  const bottomLeft = pixelCount - width;

  const first = findOther(raster, limit, topLeft, 0, pixelCount);
  const last = findOther(raster, limit, bottomLeft, pixelCount - 1, width - 1);
  const top = Math.floor(first / width);
  const bottom = Math.floor(last / width);
  let left = width;
  for (let row = top * width; row < pixelCount; row += width)
    left = findOther(raster, limit, topLeft, row, row + left) - row;
  let right = 0;
  for (let row = 0; row < pixelCount; row += width)
    right = findOther(raster, limit, topRight, row + width - 1, row + right) - row;

  if (right === 0 || bottom === 0 || right < left || bottom < top) return null;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** The first pixel on the way from one to another whose colour is not close to a reference; without any the other. */
function findOther(
  { data, channels }: Raster,
  limit: number,
  reference: number,
  from: number,
  to: number,
): number {
  const step = from < to ? channels : -channels;
  const greenAt = channels >> 1;
  const blueAt = channels - 1;
  const red = data[reference * channels] as number;
  const green = data[reference * channels + greenAt] as number;
  const blue = data[reference * channels + blueAt] as number;
  const end = to * channels;
  for (let at = from * channels; at !== end; at += step) {
    const redDifference = (data[at] as number) - red;
    const greenDifference = (data[at + greenAt] as number) - green;
    const blueDifference = (data[at + blueAt] as number) - blue;
    if (redDifference ** 2 + greenDifference ** 2 + blueDifference ** 2 > limit) return at / channels;
  }
  return to;
}

function crop(raster: Raster, { left, top, width, height }: Box): Raster {
  if (width === raster.width && height === raster.height) return raster;
  const { channels } = raster;
  const length = width * height * channels;
  const data = raster.data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * raster.width + left) * channels;
    data.set(raster.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { data, width, height, channels };
}
