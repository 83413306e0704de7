import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawShirt, SHIRT } from '../../test/photos/drawn-shirt.ts';
import { lyingPicture } from '../../test/photos/lying-picture.ts';
import { pngBomb } from '../../test/photos/png-bomb.ts';
import { tiffOfFloats } from '../../test/photos/tiff-of-floats.ts';
import type { Raster } from '../photo/raster.ts';
import { decodePhoto } from './decode-photo.ts';

const { width, height } = SHIRT;
const shirt = drawShirt();
const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const;
const picture = () => sharp(shirt, { raw: { width, height, channels: 3 } });
const saved = (of: Sharp): Promise<Buffer> => of.toBuffer();

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-photo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The largest difference from the picture that was saved. */
function distance({ data }: Raster, expected: ArrayLike<number> = shirt): number {
  expect(data).toHaveLength(expected.length);
  return Math.max(...Array.from(data, (value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
}

describe('the formats', () => {
  it.each([
    { format: 'png', file: () => saved(picture().png()), tolerance: 0 },
    { format: 'png with a palette', file: () => saved(picture().png({ palette: true })), tolerance: 0 },
    { format: 'interlaced png', file: () => saved(picture().png({ progressive: true })), tolerance: 0 },
    { format: 'tiff', file: () => saved(picture().tiff({ compression: 'lzw' })), tolerance: 0 },
    { format: 'lossless webp', file: () => saved(picture().webp({ lossless: true })), tolerance: 0 },
    { format: 'gif', file: () => saved(picture().gif()), tolerance: 8 },
    {
      format: 'jpeg',
      file: () => saved(picture().jpeg({ quality: 100, chromaSubsampling: '4:4:4' })),
      tolerance: 4,
    },
    { format: 'avif', file: () => saved(picture().avif({ lossless: true })), tolerance: 4 },
  ])('decodes $format within $tolerance', async ({ file, tolerance }) => {
    const raster = await decodePhoto(await file());
    expect(raster).toMatchObject({ width, height, channels: 3 });
    expect(raster.data).toBeInstanceOf(Uint8Array);
    expect(distance(raster)).toBeLessThanOrEqual(tolerance);
  });

  it("takes a GIF's first picture", async () => {
    const black = Buffer.alloc(shirt.length);
    const both = Buffer.concat([shirt, black]);
    const film = sharp(both, { raw: { width, height: height * 2, channels: 3, pageHeight: height } });
    const raster = await decodePhoto(await saved(film.gif({ loop: 0 })));
    expect(raster).toMatchObject({ width, height });
    expect(distance(raster)).toBeLessThanOrEqual(8);
  });

  it('takes a photo for what it contains, not for what it is called', async () => {
    await writeFile(at('photo.gif'), await saved(picture().png()));
    expect(distance(await decodePhoto(at('photo.gif')))).toBe(0);
  });

  it('takes a path, a file address or bytes alike', async () => {
    await writeFile(at('photo.png'), await saved(picture().png()));
    const rasters = [await decodePhoto(at('photo.png')), await decodePhoto(pathToFileURL(at('photo.png')))];
    for (const raster of rasters) expect(distance(raster)).toBe(0);
  });
});

describe('colours', () => {
  it('gives grey photos one channel', async () => {
    const grey = Uint8Array.from({ length: width * height }, (_, i) => i % 256);
    const file = sharp(grey, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
    const raster = await decodePhoto(await saved(file.png()));
    expect(raster.channels).toBe(1);
    expect(distance(raster, grey)).toBe(0);
  });

  it('keeps 16 bits, grey or not', async () => {
    const words = Uint16Array.from({ length: width * height * 3 }, (_, i) => (i * 9973) % 65_536);
    const colors = sharp(words, { raw: { width, height, channels: 3 } }).toColourspace('rgb16');
    const raster = await decodePhoto(await saved(colors.png()));
    expect(raster.data).toBeInstanceOf(Uint16Array);
    expect(distance(raster, words)).toBe(0);
    const some = words.subarray(0, width * height);
    const grey = sharp(some, { raw: { width, height, channels: 1 } }).toColourspace('grey16');
    const greyRaster = await decodePhoto(await saved(grey.png()));
    expect(greyRaster.channels).toBe(1);
    expect(distance(greyRaster, some)).toBe(0);
  });

  it.each([8, 16] as const)('turns a colour profile into sRGB, %i bits', async (bits) => {
    const wide = picture()
      .toColourspace(bits === 8 ? 'srgb' : 'rgb16')
      .withIccProfile('p3');
    const raster = await decodePhoto(await saved(wide.png()));
    const levels = bits === 8 ? 1 : 257;
    expect(
      distance({ ...raster, data: Uint8Array.from(raster.data, (value) => Math.round(value / levels)) }),
    ).toBeLessThanOrEqual(2);
  });

  it('turns CMYK into sRGB', async () => {
    const raster = await decodePhoto(await saved(picture().toColourspace('cmyk').jpeg({ quality: 100 })));
    expect(raster).toMatchObject({ width, height, channels: 3 });
    expect([...raster.data.subarray(0, 3)]).toEqual([255, 255, 255]);
    expect(distance(raster)).toBeLessThanOrEqual(64);
  });

  it.each([
    { alpha: 0, expected: [255, 255, 255] },
    { alpha: 51, expected: [255 - 11, 255 - 43, 255 - 33] },
    { alpha: 255, expected: [200, 40, 90] },
  ])('puts a pixel of opacity $alpha in front of white', async ({ alpha, expected }) => {
    const pixel = sharp(Uint8Array.of(200, 40, 90, alpha), { raw: { width: 1, height: 1, channels: 4 } });
    const raster = await decodePhoto(await saved(pixel.png()));
    expect(raster.channels).toBe(3);
    expect([...raster.data]).toEqual(expected);
  });

  it('puts 16 bits in front of the whitest white', async () => {
    const pixel = sharp(Uint16Array.of(5, 6, 7, 0), { raw: { width: 1, height: 1, channels: 4 } });
    const raster = await decodePhoto(await saved(pixel.toColourspace('rgb16').png()));
    expect([...raster.data]).toEqual([65_535, 65_535, 65_535]);
  });

  it('puts grey photos with opacity in front of white', async () => {
    const pixel = sharp(Uint8Array.of(55, 51), { raw: { width: 1, height: 1, channels: 2 } });
    const raster = await decodePhoto(await saved(pixel.toColourspace('b-w').png()));
    expect([...raster.data]).toEqual([215, 215, 215]);
  });
});

describe('orientation', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'stands a photo of EXIF orientation %i upright',
    async (orientation) => {
      const { data, ...size } = lyingPicture({ data: shirt, width, height }, orientation);
      const stored = sharp(data, { raw: { ...size, channels: 3 } }).withMetadata({ orientation });
      const raster = await decodePhoto(await saved(stored.png()));
      expect(raster).toMatchObject({ width, height });
      expect(distance(raster)).toBe(0);
    },
  );
});

describe('refusals', () => {
  const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const refused = (file: Uint8Array) =>
    decodePhoto(file).then(
      () => expect.unreachable(),
      (error: unknown) => error,
    );

  it.each([
    { what: 'an SVG drawing', file: Buffer.from(svg) },
    { what: 'an empty file', file: Buffer.alloc(0) },
    { what: 'an SVG drawing', file: Buffer.from(`<!--ftypavif-->${svg.slice(22)}`) },
    { what: 'a PDF', file: Buffer.from('%PDF-1.7') },
    { what: 'a HEIC photo', file: Buffer.from('\0\0\0\x18ftypheic') },
    { what: 'something else', file: Buffer.from('file,label\n') },
  ])('names $what', async ({ what, file }) => {
    const error = await refused(file);
    expect(error).toMatchObject({ name: 'TransformError', code: 'E_PHOTO' });
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`photo: expected a JPEG, PNG, WebP, AVIF, TIFF or GIF, got ${what}`),
    );
  });

  it.each(FORMATS)('refuses a %s that is cut off anywhere', async (format) => {
    const whole = await saved(picture()[format]());
    for (const share of [0.1, 0.5, 0.9]) {
      const error = await refused(whole.subarray(0, Math.floor(whole.length * share)));
      expect(error).toMatchObject({ code: 'E_PHOTO' });
      expect(error).toHaveProperty('message', expect.not.stringContaining('\n'));
    }
  });

  it('refuses a JPEG with damaged pixels', async () => {
    const file = await saved(picture().jpeg());
    const middle = file.length - 120;
    file.fill(0xff, middle, middle + 8);
    expect(await refused(file)).toMatchObject({ code: 'E_PHOTO' });
  });

  it('gives a raster or its own error for files with any bytes changed', async () => {
    const files = await Promise.all(FORMATS.map((format) => saved(picture()[format]())));
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    const changes = fc.array(change, { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(fc.constantFrom(...files), changes, async (whole, all) => {
      const file = Buffer.from(whole);
      for (const { at: place, byte } of all) file[place % file.length] = byte;
      const answer = await decodePhoto(file).catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer).toMatchObject({ name: 'TransformError' });
      else expect(answer).toHaveProperty('channels');
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('refuses a bomb by its header', async () => {
    const bomb = await pngBomb(30_000, 30_000);
    expect(bomb.length).toBeLessThan(1000);
    const error = await refused(bomb);
    expect(error).toMatchObject({ code: 'E_PHOTO_SIZE' });
    expect(error).toHaveProperty('message', expect.stringContaining('got 30000 x 30000'));
  });

  it('allows exactly as many pixels as it is told', async () => {
    const file = await saved(picture().png());
    expect(await decodePhoto(file, { maxPixels: width * height })).toMatchObject({ width, height });
    await expect(decodePhoto(file, { maxPixels: width * height - 1 })).rejects.toMatchObject({
      code: 'E_PHOTO_SIZE',
    });
  });

  it('refuses numbers that are no integers of 8 or 16 bits', async () => {
    const error = await refused(tiffOfFloats([0, 0.5, 1]));
    expect(error).toMatchObject({ code: 'E_PHOTO', message: expect.stringContaining('8 or 16 bits') });
  });

  it('refuses a folder by its path', async () => {
    await mkdir(at('folder.jpg'));
    await expect(decodePhoto(at('folder.jpg'))).rejects.toMatchObject({
      code: 'E_PHOTO',
      message: `${at('folder.jpg')}: expected a photo, got a folder`,
    });
  });

  it('refuses a file that is too large to read, before it is read', async () => {
    await writeFile(at('huge.jpg'), '');
    await truncate(at('huge.jpg'), 3 * 2 ** 30);
    await expect(decodePhoto(at('huge.jpg'))).rejects.toMatchObject({
      code: 'E_PHOTO',
      message: `${at('huge.jpg')}: expected at most 2 GiB, got 3221225472 bytes`,
    });
  });

  it('leaves the error of the system for a file that is missing', async () => {
    await expect(decodePhoto(at('none.jpg'))).rejects.toMatchObject({ code: 'ENOENT', path: at('none.jpg') });
  });

  it('tells the size before it decodes, of no photo that is refused by its header, and waits', async () => {
    const sizes: unknown[] = [];
    const reason = new Error('no room');
    const onSize = async (size: object) => {
      sizes.push(size);
      throw reason;
    };
    const file = await saved(picture().png());
    await expect(decodePhoto(file, { onSize, maxPixels: width * height - 1 })).rejects.toMatchObject({
      code: 'E_PHOTO_SIZE',
    });
    expect(sizes).toEqual([]);
    await expect(decodePhoto(file, { onSize })).rejects.toBe(reason);
    expect(sizes).toEqual([{ width, height }]);
  });

  it('refuses a limit that is none', async () => {
    await expect(decodePhoto(Buffer.alloc(0), { maxPixels: 0 })).rejects.toMatchObject({ code: 'E_OPTION' });
  });

  it('stops when it is told to', async () => {
    const reason = new Error('enough');
    await expect(decodePhoto(at('none.jpg'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
