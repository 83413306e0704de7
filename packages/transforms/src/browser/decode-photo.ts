import { imageSize } from 'image-size';
import {
  type DecodePhotoOptions,
  type PhotoSize,
  resolveDecoding,
} from '../decoding/decode-photo-options.ts';
import { photoFormat } from '../decoding/photo-format.ts';
import { requirePhotoSize } from '../decoding/require-photo-size.ts';
import { TransformError } from '../errors.ts';
import type { Raster } from '../photo/raster.ts';

/**
 * A photo's pixels, as the browser decodes them: 8 bits in sRGB, upright as the file says, in front of white where they
 * are transparent. Which of JPEG, PNG, WebP, AVIF, TIFF and GIF it can decode is its own affair; none takes TIFF but
 * Safari.
 *
 * @param photo - A file, from a form or a download.
 * @throws {TransformError} `E_PHOTO` - not a photo that this browser decodes, or a damaged one; `E_PHOTO_SIZE` - it has
 *   more pixels than `maxPixels`, seen before it is decoded; `E_OPTION` - an option is not valid.
 */
export async function decodePhoto(photo: Blob, options: DecodePhotoOptions = {}): Promise<Raster> {
  const { maxPixels, signal, onSize } = resolveDecoding(options);
  signal?.throwIfAborted();
  const name = photo instanceof File ? photo.name : 'photo';
  const bytes = new Uint8Array(await photo.arrayBuffer().catch((error: unknown) => refuse(name, error)));
  photoFormat(name, bytes);
  const { width, height } = sizeInHeader(name, bytes);
  requirePhotoSize(name, { width, height }, maxPixels);
  await onSize?.({ width, height });
  signal?.throwIfAborted();
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch((error: unknown) =>
    refuse(name, error),
  );
  try {
    signal?.throwIfAborted();
    requirePhotoSize(name, bitmap, maxPixels);
    return rasterOf(bitmap);
  } finally {
    bitmap.close();
  }
}

function sizeInHeader(name: string, bytes: Uint8Array): PhotoSize {
  try {
    return imageSize(bytes);
  } catch (error) {
    return refuse(name, error);
  }
}

function rasterOf(bitmap: ImageBitmap): Raster {
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { colorSpace: 'srgb', willReadFrequently: true });
  if (context === null)
    throw new TransformError('E_PHOTO', 'decodePhoto: expected a canvas to draw on, got none');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height * 3);
  for (let to = 0, from = 0; to < pixels.length; from++)
    for (let color = 0; color < 3; color++) pixels[to++] = data[from++] as number;
  return { data: pixels, width, height, channels: 3 };
}

function refuse(name: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new TransformError('E_PHOTO', `${name}: the photo cannot be decoded here, or is damaged: ${reason}`, {
    cause,
  });
}
