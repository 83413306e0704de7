import { describe, expect, it } from 'vitest';
import { drawShirt, SHIRT } from '../../test/photos/drawn-shirt.ts';
import { lyingPicture } from '../../test/photos/lying-picture.ts';
import type { Raster } from '../photo/raster.ts';
import { decodePhoto } from './decode-photo.ts';

const { width, height } = SHIRT;
const shirt = drawShirt();

interface Colors {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const isPage = typeof OffscreenCanvas !== 'undefined';

async function fileOf(
  type: string,
  colors: Colors = { data: shirt, width, height },
  alpha = 255,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(colors.width, colors.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const image = context.createImageData(colors.width, colors.height);
  for (let pixel = 0; pixel < colors.width * colors.height; pixel++)
    image.data.set([...colors.data.subarray(pixel * 3, pixel * 3 + 3), alpha], pixel * 4);
  context.putImageData(image, 0, 0);
  return canvas.convertToBlob({ type, quality: 1 });
}

/** A JPEG with nothing in its EXIF but how it lies. */
async function lyingJpeg(orientation: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8): Promise<Blob> {
  const file = await fileOf('image/jpeg', lyingPicture({ data: shirt, width, height }, orientation));
  const text = Array.from('Exif\0\0', (letter) => letter.charCodeAt(0));
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const segment = Uint8Array.of(0xff, 0xe1, 0, 2 + text.length + tiff.length, ...text, ...tiff);
  return new Blob([file.slice(0, 2), segment, file.slice(2)], { type: 'image/jpeg' });
}

function meanDistance({ data }: Raster): number {
  expect(data).toHaveLength(shirt.length);
  const distances = Array.from(data, (value, i) => Math.abs(value - (shirt[i] ?? Number.NaN)));
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

describe.skipIf(!isPage)('decodePhoto in a page', () => {
  it.each([
    { type: 'image/png', tolerance: 0 },
    { type: 'image/webp', tolerance: 2 },
    { type: 'image/jpeg', tolerance: 4 },
  ])('decodes $type within $tolerance', async ({ type, tolerance }) => {
    const file = await fileOf(type);
    expect(file.type).toBe(type);
    const raster = await decodePhoto(file);
    expect(raster).toMatchObject({ width, height, channels: 3 });
    expect(meanDistance(raster)).toBeLessThanOrEqual(tolerance);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'stands a photo of EXIF orientation %i upright',
    async (orientation) => {
      const raster = await decodePhoto(await lyingJpeg(orientation));
      expect(raster).toMatchObject({ width, height });
      expect(meanDistance(raster)).toBeLessThanOrEqual(4);
    },
  );

  it('puts transparent pixels in front of white', async () => {
    const pixel = { data: Uint8Array.of(200, 40, 90), width: 1, height: 1 };
    const { data } = await decodePhoto(await fileOf('image/png', pixel, 51));
    const expected = [255 - 11, 255 - 43, 255 - 33];
    data.forEach((value, i) => {
      expect(Math.abs(value - (expected[i] ?? 0))).toBeLessThanOrEqual(2);
    });
  });

  it('refuses a bomb by its header', async () => {
    const bytes = new Uint8Array(await (await fileOf('image/png')).arrayBuffer());
    const header = new DataView(bytes.buffer);
    header.setUint32(16, 30_000);
    header.setUint32(20, 30_000);
    await expect(decodePhoto(new File([bytes], 'bomb.png'))).rejects.toMatchObject({
      code: 'E_PHOTO_SIZE',
      message: expect.stringContaining('bomb.png: expected at most 134217728 pixels, got 30000 x 30000'),
    });
  });

  it.each(['image/png', 'image/jpeg', 'image/webp'])('refuses a cut off %s', async (type) => {
    const file = await fileOf(type);
    for (const share of [0.1, 0.5, 0.9])
      await expect(decodePhoto(file.slice(0, file.size * share))).rejects.toMatchObject({ code: 'E_PHOTO' });
  });

  it('refuses what is no photo', async () => {
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'shoe.png', { type: 'image/png' });
    await expect(decodePhoto(svg)).rejects.toMatchObject({
      code: 'E_PHOTO',
      message: expect.stringMatching(/^shoe\.png: expected .* got an SVG drawing/),
    });
    await expect(decodePhoto(new Blob([]))).rejects.toMatchObject({ code: 'E_PHOTO' });
  });

  it('stops when it is told to', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(decodePhoto(new Blob([]), { signal })).rejects.toBe(reason);
  });
});
