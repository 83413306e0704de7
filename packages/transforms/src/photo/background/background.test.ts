import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { convertPhoto } from '../convert-photo.ts';
import type { Raster } from '../raster.ts';
import { oklab } from './oklab.ts';
import { removeBackground } from './remove-background.ts';
import { solveLinear } from './solve-linear.ts';

type Color = readonly [number, number, number];

const WIDTH = 240;
const HEIGHT = 300;
const TOLERANCE = 0.08;

/** A picture whose pixels are given by their place, `-1..1`, in bytes. */
function photo(paint: (x: number, y: number) => Color): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0, at = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++, at += 3)
      data.set(paint(((x + 0.5) * 2) / WIDTH - 1, ((y + 0.5) * 2) / HEIGHT - 1).map(Math.round), at);
  return { data, width: WIDTH, height: HEIGHT, channels: 3 };
}

const isInEllipse = (x: number, y: number) => (x / 0.5) ** 2 + (y / 0.7) ** 2 < 1;
const withEllipse =
  (background: (x: number, y: number) => Color, thing: Color = [180, 40, 60]) =>
  (x: number, y: number) =>
    isInEllipse(x, y) ? thing : background(x, y);

/** Share of the pixels that are white though in the ellipse, or the other way round. */
function wrongShare(raster: Raster, isThing: (x: number, y: number) => boolean): number {
  let wrong = 0;
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    const x = (((pixel % WIDTH) + 0.5) * 2) / WIDTH - 1;
    const y = ((Math.floor(pixel / WIDTH) + 0.5) * 2) / HEIGHT - 1;
    const isWhite = raster.data.subarray(pixel * 3, pixel * 3 + 3).every((value) => value === 255);
    if (isWhite === isThing(x, y)) wrong++;
  }
  return wrong / (WIDTH * HEIGHT);
}

const grain = (() => {
  const rng = createRng(4);
  return (color: Color, amount: number): Color => {
    const [red, green, blue] = color.map((value) => value + rng.nextNormal() * amount) as [
      number,
      number,
      number,
    ];
    return [red, green, blue].map((value) => Math.min(255, Math.max(0, value))) as unknown as Color;
  };
})();

describe('removeBackground', () => {
  it.each<[string, (x: number, y: number) => Color]>([
    ['of one colour', () => [120, 130, 90]],
    ['that is dark', () => [25, 25, 30]],
    ['in a light that falls off to a side', (x) => [150 + 60 * x, 150 + 60 * x, 140 + 55 * x]],
    [
      'that is darker in the corners',
      (x, y) => [210, 205, 200].map((v) => v - 40 * (x * x + y * y)) as unknown as Color,
    ],
    ['with grain', () => grain([130, 130, 130], 8)],
  ])('keeps the thing alone on a background %s', (_, background) => {
    const { raster, removal } = removeBackground(photo(withEllipse(background)), TOLERANCE);
    expect(wrongShare(raster, isInEllipse)).toBeLessThan(0.01);
    expect(removal.confidence).toBeGreaterThan(0.9);
    expect(removal.borderShare).toBe(1);
    expect(removal.share).toBeCloseTo(1 - (Math.PI / 4) * 0.5 * 0.7, 1);
  });

  it('keeps a thing that reaches into the border, and says so', () => {
    const isThing = (x: number, y: number) => Math.abs(x) < 0.4 && y > -0.5;
    const picture = photo((x, y) => (isThing(x, y) ? [40, 60, 160] : [200, 190, 180]));
    const { raster, removal } = removeBackground(picture, TOLERANCE);
    expect(wrongShare(raster, isThing)).toBeLessThan(0.02);
    expect(removal.borderShare).toBeCloseTo(1 - (0.4 * WIDTH) / (WIDTH + HEIGHT) / 2, 1);
    expect(removal.confidence).toBeLessThan(removal.borderShare + 1e-9);
  });

  it('takes dust for background', () => {
    const isDust = (x: number, y: number) => Math.abs(x - 0.85) < 0.02 && Math.abs(y + 0.85) < 0.02;
    const picture = photo((x, y) => (isDust(x, y) ? [0, 0, 0] : withEllipse(() => [200, 200, 200])(x, y)));
    expect(wrongShare(removeBackground(picture, TOLERANCE).raster, isInEllipse)).toBeLessThan(0.01);
  });

  it('leaves holes that are not open to the border', () => {
    const isRing = (x: number, y: number) => isInEllipse(x, y) && Math.hypot(x, y) > 0.2;
    const picture = photo((x, y) => (isRing(x, y) ? [180, 40, 60] : [200, 200, 200]));
    expect(wrongShare(removeBackground(picture, TOLERANCE).raster, isInEllipse)).toBeLessThan(0.01);
  });

  it('is not sure of a background of many colours, nor of a thing that looks like it', () => {
    const tiles = (x: number, y: number): Color =>
      (Math.floor(x * 6) + Math.floor(y * 6)) % 2 === 0 ? [220, 60, 60] : [60, 60, 220];
    const onTiles = convertPhoto(photo(withEllipse(tiles, [20, 200, 20])), { background: 'remove' });
    expect(onTiles.background?.confidence).toBeLessThan(0.5);
    expect(onTiles.warnings.map(({ code }) => code)).toContain('W_PHOTO_REMOVAL');

    const pale = photo(withEllipse(() => [128, 128, 128], [142, 142, 148]));
    expect(removeBackground(pale, 0.04).removal.confidence).toBeLessThan(0.6);
  });

  it('gives the same bytes for the same photo, grey in one channel or in three, and nearly so in words', () => {
    const picture = photo(withEllipse(() => [90, 90, 90], [200, 200, 200]));
    const grey: Raster = { ...picture, channels: 1, data: picture.data.filter((_, at) => at % 3 === 0) };
    const words: Raster = { ...grey, data: Uint16Array.from(grey.data, (byte) => byte * 257) };
    const pixelsOf = (raster: Raster) => convertPhoto(raster, { background: 'remove' }).pixels;
    const pixels = pixelsOf(picture);
    expect(pixelsOf(picture)).toEqual(pixels);
    expect(pixelsOf(grey)).toEqual(pixels);
    const differences = pixelsOf(words).map((pixel, index) => Math.abs(pixel - (pixels[index] as number)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
  });

  it('leaves nothing of a photo that shows its background alone', () => {
    const picture = photo((x, y) => [100 + 20 * x, 110 + 20 * y, 100]);
    expect(() => convertPhoto(picture, { background: 'remove' })).toThrow(
      expect.objectContaining({ code: 'E_PHOTO_EMPTY' }),
    );
  });

  it.each([
    [1, 1],
    [1, 9],
    [2, 2],
    [3, 5],
  ])('does not fail on %i x %i pixels', (width, height) => {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 91) % 256);
    const { raster } = removeBackground({ data, width, height, channels: 3 }, TOLERANCE);
    expect(raster.data).toHaveLength(data.length);
  });
});

describe('warnings of the photo', () => {
  const codes = (raster: Raster, background: 'keep' | 'remove' = 'keep') =>
    convertPhoto(raster, { background }).warnings.map(({ code }) => code);

  it('tell that a background that is not white is kept', () => {
    const onGrey = photo(withEllipse(() => [120, 130, 90]));
    expect(codes(onGrey)).toContain('W_PHOTO_BACKGROUND');
    expect(codes(onGrey, 'remove')).not.toContain('W_PHOTO_BACKGROUND');
    expect(codes(photo(withEllipse(() => [253, 253, 253])))).toEqual([]);
  });

  it('tell that a small photo was enlarged', () => {
    const data = new Uint8Array(400).fill(255);
    for (let y = 4; y < 16; y++) data.fill(60 + y, y * 20 + 5, y * 20 + 15);
    expect(codes({ data, width: 20, height: 20, channels: 1 })).toContain('W_PHOTO_ENLARGED');
  });
});

describe('oklab', () => {
  it.each<[Color, Color]>([
    [
      [255, 255, 255],
      [1, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 0, 0],
      [0.62796, 0.22486, 0.12585],
    ],
    [
      [0, 255, 0],
      [0.86644, -0.23389, 0.1795],
    ],
    [
      [0, 0, 255],
      [0.45201, -0.03246, -0.31153],
    ],
  ])('has the published coordinates of %j', (bytes, expected) => {
    for (const [index, value] of oklab(...bytes).entries())
      expect(value).toBeCloseTo(expected[index] as number, 4);
  });
});

describe('solveLinear', () => {
  it('gives back what was multiplied', () => {
    const rng = createRng(3);
    const factors = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => rng.nextNormal()));
    const dot = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
    const matrix = factors.map((row) => factors.map((column) => dot(row, column)));
    const solution = [1, -2, 3, 0.5, 4];
    const solved = solveLinear(
      matrix,
      matrix.map((row) => dot(row, solution)),
    );
    for (const [index, value] of solved.entries()) expect(value).toBeCloseTo(solution[index] as number, 6);
  });
});
