import { quantumUnit } from '../quantum.ts';
import type { Raster } from '../raster.ts';

/** The part of a picture from a row and a column on. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A share of 1 is one more than the largest word, as ImageMagick reads a percentage. */
const FUZZ_RANGE = 65536;

/** Half the square of the smallest distance that counts: colours that differ less are the same to ImageMagick. */
const LEAST_SQUARED_FUZZ = 0.5;

/**
 * A picture without the rows and columns at its edges whose colour is close to that of the corners.
 *
 * @param fuzz - The root mean square of the differences in red, green and blue that is still close, as a share of the
 *   largest value.
 * @returns The part that is left, the same raster when it is all; `null` when nothing is left.
 * @remarks The top left corner decides at the left and the top, the top right one at the right and the bottom left one
 *   at the bottom, as in ImageMagick; pictures of one row or column have nothing left.
 */
export function trim(raster: Raster, fuzz: number): Raster | null {
  const box = contentBox(raster, fuzz);
  return box === null ? null : crop(raster, box);
}

function contentBox(raster: Raster, fuzz: number): Box | null {
  const { width, height } = raster;
  const isContent = contentTest(raster, fuzz);
  const topLeft = 0;
  const topRight = width - 1;
  const bottomLeft = (height - 1) * width;
  const top = firstRow(isContent, topLeft, width, height);
  if (top === height) return null;
  const left = firstColumn(isContent, topLeft, width, height);
  const bottom = lastRow(isContent, bottomLeft, width, height);
  const right = lastColumn(isContent, topRight, width, height);
  if (right === 0 || bottom === 0 || right < left || bottom < top) return null;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Whether a pixel is not close to a corner; both by their index. */
type ContentTest = (pixel: number, corner: number) => boolean;

function contentTest(raster: Raster, fuzz: number): ContentTest {
  const { data, channels } = raster;
  const squaredFuzz = fuzz === 0 ? 0 : Math.max((fuzz * FUZZ_RANGE) ** 2, LEAST_SQUARED_FUZZ);
  const limit = squaredFuzz / quantumUnit(raster) ** 2;
  if (channels === 1)
    return (pixel, corner) => ((data[pixel] as number) - (data[corner] as number)) ** 2 > limit;
  return (pixel, corner) => {
    const red = (data[pixel * 3] as number) - (data[corner * 3] as number);
    const green = (data[pixel * 3 + 1] as number) - (data[corner * 3 + 1] as number);
    const blue = (data[pixel * 3 + 2] as number) - (data[corner * 3 + 2] as number);
    return red * red + green * green + blue * blue > limit * 3;
  };
}

function firstRow(isContent: ContentTest, corner: number, width: number, height: number): number {
  for (let pixel = 0; pixel < width * height; pixel++)
    if (isContent(pixel, corner)) return Math.floor(pixel / width);
  return height;
}

function lastRow(isContent: ContentTest, corner: number, width: number, height: number): number {
  for (let pixel = width * height - 1; pixel >= width; pixel--)
    if (isContent(pixel, corner)) return Math.floor(pixel / width);
  return 0;
}

function firstColumn(isContent: ContentTest, corner: number, width: number, height: number): number {
  let first = width;
  for (let row = 0; row < width * height; row += width)
    for (let x = 0; x < first; x++) if (isContent(row + x, corner)) first = x;
  return first;
}

function lastColumn(isContent: ContentTest, corner: number, width: number, height: number): number {
  let last = 0;
  for (let row = 0; row < width * height; row += width)
    for (let x = width - 1; x > last; x--) if (isContent(row + x, corner)) last = x;
  return last;
}

function crop(raster: Raster, { left, top, width, height }: Box): Raster {
  if (width === raster.width && height === raster.height) return raster;
  const { channels } = raster;
  const data =
    raster.data instanceof Uint16Array
      ? new Uint16Array(width * height * channels)
      : new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * raster.width + left) * channels;
    data.set(raster.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { data, width, height, channels };
}
