import type { Raster } from '../raster.ts';
import { oklab } from './oklab.ts';

/** A small copy of a photo in Oklab. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** Lightness, green to red and blue to yellow of each pixel, row by row. */
  readonly colors: Float64Array;
}

/** Each pixel is the mean of those that it stands for; no edge is longer than `longestEdge`. */
export function thumbnail(raster: Raster, longestEdge: number): Thumbnail {
  const scale = Math.min(1, longestEdge / Math.max(raster.width, raster.height));
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  const colors = new Float64Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const [left, right] = covered(x, width, raster.width);
      const [top, bottom] = covered(y, height, raster.height);
      colors.set(meanColor(raster, left, top, right, bottom), at);
    }
  return { width, height, colors };
}

function covered(position: number, size: number, fullSize: number): readonly [number, number] {
  const from = Math.floor((position * fullSize) / size);
  return [from, Math.max(from + 1, Math.floor(((position + 1) * fullSize) / size))];
}

function meanColor(
  { data, width, channels }: Raster,
  left: number,
  top: number,
  right: number,
  bottom: number,
): readonly [number, number, number] {
  const greenAt = channels >> 1;
  const blueAt = channels - 1;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = top; y < bottom; y++)
    for (let at = (y * width + left) * channels; at < (y * width + right) * channels; at += channels) {
      red += data[at] as number;
      green += data[at + greenAt] as number;
      blue += data[at + blueAt] as number;
    }
  const toByte = (data instanceof Uint16Array ? 1 / 257 : 1) / ((right - left) * (bottom - top));
  return oklab(Math.round(red * toByte), Math.round(green * toByte), Math.round(blue * toByte));
}
