import { readFile } from 'node:fs/promises';
import type { NdArray } from '@fashion-mnist/core';
import { parseIdx, parseIdxGz } from '@fashion-mnist/idx-format';
import { IMAGE_SIDE } from '@fashion-mnist/transforms';
import { namingIdx } from '../datasets/naming-idx.ts';
import { UsageError } from '../usage-error.ts';
import { type PhotoConversion, pictureOfPhoto } from './picture-of-photo.ts';
import { isPng, pictureOfPng, pngSize } from './picture-of-png.ts';

/** A picture, and how it is called. */
export interface NamedPicture {
  readonly name: string;
  /** Shape `[height, width]`. */
  readonly pixels: NdArray<Uint8Array>;
  /** What was done to a photo; missing where the file holds the very picture. */
  readonly conversion?: PhotoConversion;
}

export interface ReadPicturesOptions {
  /** Of the pictures that are wanted: `[height, width]`. */
  readonly imageShape: readonly number[];
  /** Whether what is no such picture is taken for a photo, and made one, as `convert` does. */
  readonly convert: boolean;
  readonly removeBackground: boolean;
  readonly signal: AbortSignal;
}

/**
 * The pictures of a file: one of a PNG or of a photo, all of an IDX file, gzipped or not.
 *
 * @throws {UsageError} it is none of these.
 * @throws {TransformError} `E_PHOTO…` - it cannot be decoded, or shows nothing.
 */
export async function readPictures(
  path: string,
  { imageShape, convert, removeBackground, signal }: ReadPicturesOptions,
): Promise<readonly NamedPicture[]> {
  const bytes = await readFile(path, { signal });
  const isPhoto = convert && !isIdx(bytes) && !isPngOf(imageShape, bytes);
  if (isPhoto && imageShape.join() === [IMAGE_SIDE, IMAGE_SIDE].join())
    return [{ name: path, ...(await pictureOfPhoto(path, bytes, { removeBackground, signal })) }];
  if (isPng(bytes)) return [{ name: path, pixels: pictureOfPng(path, bytes) }];
  return picturesOfIdx(path, bytes);
}

async function picturesOfIdx(path: string, bytes: Uint8Array): Promise<readonly NamedPicture[]> {
  const { data, shape } = await namingIdx(path, async () =>
    bytes[0] === 0x1f ? parseIdxGz(bytes) : parseIdx(bytes),
  );
  const [count = 0, height = 0, width = 0] = shape;
  if (shape.length !== 3 || !(data instanceof Uint8Array))
    throw new UsageError(
      `${path}: expected pictures as bytes [count, height, width], got [${shape.join(', ')}]`,
    );
  return Array.from({ length: count }, (_, i) => ({
    name: `${path}[${i}]`,
    pixels: { data: data.subarray(i * height * width, (i + 1) * height * width), shape: [height, width] },
  }));
}

/** By its first bytes: gzipped, or two zeros and the code of a type of numbers; AVIF photos begin with three zeros. */
function isIdx([first = 0, second = 0, type = 0]: Uint8Array): boolean {
  return (first === 0x1f && second === 0x8b) || (first === 0 && second === 0 && type >= 8 && type <= 14);
}

function isPngOf(imageShape: readonly number[], bytes: Uint8Array): boolean {
  return isPng(bytes) && pngSize(bytes).join() === imageShape.join();
}
