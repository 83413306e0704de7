import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/imagemagick.json' with { type: 'json' };
import { drawPhoto } from '../../test/photos/draw-photo.ts';
import { convertPhoto } from './convert-photo.ts';
import type { ConvertPhotoOptions } from './convert-photo-options.ts';
import type { Raster } from './raster.ts';

const WHITE = 255;

/** A box of random colours, none close to white, on white. */
function boxOnWhite(width: number, height: number, seed = 1, margin = 10): Raster {
  const rng = createRng(seed);
  const [fullWidth, fullHeight] = [width + 2 * margin, height + 2 * margin];
  const data = new Uint8Array(fullWidth * fullHeight * 3).fill(WHITE);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++)
        data[((margin + y) * fullWidth + margin + x) * 3 + channel] = rng.nextInt(200);
  return { data, width: fullWidth, height: fullHeight, channels: 3 };
}

const inHex = (pixels: Uint8Array) =>
  Array.from(pixels, (byte) => byte.toString(16).padStart(2, '0')).join('');
const sizes = fc.integer({ min: 2, max: 90 });

describe('convertPhoto', () => {
  it.each(golden.images)('gives the bytes of ImageMagick 6 for drawing $number', ({ number, hex }) => {
    const raster = drawPhoto(number);
    if (hex === null)
      expect(() => convertPhoto(raster)).toThrow(expect.objectContaining({ code: 'E_PHOTO_EMPTY' }));
    else expect(inHex(convertPhoto(raster).pixels)).toBe(hex);
  });

  it('names the picture after each step, and ends with the image', () => {
    const { stages, pixels, background } = convertPhoto(boxOnWhite(100, 40));
    expect(
      stages.map(
        ({ name, raster: { width, height, channels } }) => `${name} ${width} x ${height} x ${channels}`,
      ),
    ).toEqual([
      'trim 100 x 40 x 3',
      'sample 28 x 11 x 3',
      'sharpen 28 x 11 x 3',
      'extend 28 x 28 x 3',
      'negate 28 x 28 x 3',
      'grey 28 x 28 x 1',
      'bytes 28 x 28 x 1',
    ]);
    expect(stages.at(-1)?.raster.data).toBe(pixels);
    expect(background).toBeNull();
    expect(convertPhoto(boxOnWhite(100, 40), { background: 'remove' }).stages[0]?.name).toBe('background');
  });

  it('has the longest edge of 28 pixels in the middle, and an odd pixel of room at the left or top', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 1, max: 30 }), (width, height, margin) => {
        const { description } = convertPhoto(boxOnWhite(width, height, 5, margin));
        const { longestEdge, left, right, top, bottom, cornerPixel } = description;
        expect(longestEdge).toBe(28);
        expect([left - right, top - bottom].every((offset) => offset === 0 || offset === 1)).toBe(true);
        if (width !== height && left + right + top + bottom > 0) expect(cornerPixel).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same for bytes and for words, and for grey in one channel and in three', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(1000), (width, height, seed) => {
        const photo = boxOnWhite(width, height, seed);
        const words = { ...photo, data: Uint16Array.from(photo.data, (byte) => byte * 257) };
        expect(convertPhoto(words).pixels).toEqual(convertPhoto(photo).pixels);
        const grey: Raster = { ...photo, channels: 1, data: photo.data.filter((_, at) => at % 3 === 0) };
        const alike = photo.data.map((_, at) => grey.data[Math.floor(at / 3)] as number);
        expect(convertPhoto({ ...photo, data: alike }).pixels).toEqual(convertPhoto(grey).pixels);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the photo as it is', () => {
    const photo = boxOnWhite(60, 60);
    const copy = photo.data.slice();
    convertPhoto(photo);
    convertPhoto(photo, { background: 'remove' });
    expect(photo.data).toEqual(copy);
  });

  it('extends with another colour, also a grey photo', () => {
    const { stages, pixels } = convertPhoto(boxOnWhite(20, 60), { extensionColor: '#f00' });
    expect([...(stages[3]?.raster.data.subarray(0, 3) ?? [])]).toEqual([65535, 0, 0]);
    expect(pixels[0]).toBe(Math.floor((0.715158 + 0.072186) * 255));
    const grey: Raster = { data: new Uint8Array(600).fill(WHITE), width: 20, height: 30, channels: 1 };
    grey.data.fill(9, 205, 210);
    expect(convertPhoto(grey, { extensionColor: '#f00' }).pixels[0]).toBe(pixels[0]);
  });

  it.each<[string, Raster]>([
    ['white', { data: new Uint8Array(300).fill(WHITE), width: 10, height: 10, channels: 3 }],
    ['of one colour but for what is trimmed', boxOfTwoGreys(200, 211)],
    ['of one pixel', { data: Uint8Array.of(7), width: 1, height: 1, channels: 1 }],
    ['with corners that disagree', { data: Uint8Array.of(0, 255, 0, 255), width: 2, height: 2, channels: 1 }],
  ])('refuses a photo that is %s', (_, raster) => {
    expect(() => convertPhoto(raster)).toThrow(expect.objectContaining({ code: 'E_PHOTO_EMPTY' }));
  });

  it.each<[string, Partial<Raster>]>([
    ['no width', { width: 0 }],
    ['a broken height', { height: 1.5 }],
    ['data of another length', { data: new Uint8Array(5) }],
    ['two channels', { channels: 2 as 3 }],
    ['floats', { data: new Float32Array(300) as unknown as Uint8Array }],
    ['no data', { data: undefined as unknown as Uint8Array }],
  ])('refuses a raster with %s', (_, broken) => {
    const raster: Raster = { data: new Uint8Array(300), width: 10, height: 10, channels: 3 };
    expect(() => convertPhoto({ ...raster, ...broken })).toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });

  it.each([
    { fuzz: 1.5 },
    { fuzz: -0.1 },
    { sharpen: 'more' },
    { extensionColor: 'white' },
    { extensionColor: '#ffff' },
    { greyWeights: 'luma' },
    { background: true },
    { backgroundTolerance: 2 },
    { byteRounding: 'up' },
    { fuz: 0.1 },
  ])('refuses the options %j', (options) => {
    expect(() => convertPhoto(boxOnWhite(9, 9), options as ConvertPhotoOptions)).toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringContaining('convertPhoto') as string,
      }),
    );
  });
});

function boxOfTwoGreys(outside: number, inside: number): Raster {
  const data = new Uint8Array(400).fill(outside);
  data.fill(inside, 150, 155);
  return { data, width: 20, height: 20, channels: 1 };
}
