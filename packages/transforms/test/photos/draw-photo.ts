import { createRng, type Rng } from '@fashion-mnist/core';
import type { Raster } from '@fashion-mnist/transforms';
import { garment } from './garments.ts';
import type { Painter } from './painter.ts';
import { bands, checkerboard, gradient, lineDrawing, nearFuzz, noise, speck } from './patterns.ts';

const PAINTERS: readonly ((rng: Rng) => Painter)[] = [
  garment,
  garment,
  garment,
  lineDrawing,
  lineDrawing,
  gradient,
  noise,
  checkerboard,
  nearFuzz,
  nearFuzz,
  bands,
  speck,
];

/** Of the paper's thumbnails, around the side of an image, multiples of it, and of one row or column. */
const SIZES: readonly (readonly [number, number])[] = [
  [51, 73],
  [28, 28],
  [27, 28],
  [29, 27],
  [56, 56],
  [84, 28],
  [1, 1],
  [1, 40],
  [40, 1],
  [2, 2],
  [3, 28],
  [1000, 700],
];

/** A picture for a number, always the same: every kind of drawing, size, depth and number of channels. */
export function drawPhoto(number: number): Raster {
  const rng = createRng(20_261_129).split(number);
  const [width, height] = SIZES[number] ?? drawSize(rng);
  const paint = (PAINTERS[number % PAINTERS.length] as (rng: Rng) => Painter)(rng);
  const channels = rng.nextInt(4) === 0 ? 1 : 3;
  const most = rng.nextInt(3) === 0 ? 65535 : 255;
  const length = width * height * channels;
  const data = most === 255 ? new Uint8Array(length) : new Uint16Array(length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const color = paint((x + 0.5) / width, (y + 0.5) / height);
      for (let channel = 0; channel < channels; channel++, at++)
        data[at] = Math.round(Math.min(1, Math.max(0, color[channel] as number)) * most);
    }
  return { data, width, height, channels };
}

function drawSize(rng: Rng): readonly [number, number] {
  const between = (low: number, high: number) => low + rng.nextInt(high - low + 1);
  switch (rng.nextInt(12)) {
    case 0:
      return [between(1, 9), between(1, 9)];
    case 1:
      return [between(2, 8), between(60, 300)];
    case 2:
      return [between(60, 300), between(2, 8)];
    case 3:
      return [between(150, 400), between(150, 400)];
    default:
      return [between(12, 150), between(12, 150)];
  }
}
