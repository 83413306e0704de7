import sharp, { type Metadata, type Sharp } from 'sharp';
import {
  type DecodePhotoOptions,
  type ResolvedDecoding,
  resolveDecoding,
} from '../decoding/decode-photo-options.ts';
import { flattenOnWhite } from '../decoding/flatten-on-white.ts';
import { type PhotoFormat, photoFormat } from '../decoding/photo-format.ts';
import { requirePhotoSize } from '../decoding/require-photo-size.ts';
import { TransformError } from '../errors.ts';
import type { Raster } from '../photo/raster.ts';
import { readPhoto } from './read-photo.ts';

/** What sharp makes words of, instead of bytes. */
const WORDS = 'ushort';
/** What has as many levels as a byte or more, and no more than sharp turns into bytes or words. */
const DEPTHS: ReadonlySet<string> = new Set(['uchar', WORDS]);
const GREYS: ReadonlySet<string> = new Set(['b-w', 'grey16']);

/**
 * A photo's pixels: JPEG, PNG, WebP, AVIF, TIFF (its first page) and GIF (its first picture), told by their content.
 * They are turned upright as the file says, put in front of white where they are transparent, and in sRGB, also from
 * CMYK, palettes and colour profiles. 16 bits stay 16 bits; grey profiles of such photos are passed over.
 *
 * @param source - A path, a `file:` address, or the bytes of a file; borrowed.
 * @throws {TransformError} `E_PHOTO` - not a photo of these kinds, cut off or damaged; `E_PHOTO_SIZE` - it has more
 *   pixels than `maxPixels`, seen before it is decoded; `E_OPTION` - an option is not valid.
 * @throws the error of the system - the file is missing, or cannot be read.
 */
export async function decodePhoto(
  source: string | URL | Uint8Array,
  options: DecodePhotoOptions = {},
): Promise<Raster> {
  const decoding = resolveDecoding(options);
  const { signal } = decoding;
  signal?.throwIfAborted();
  const isBytes = source instanceof Uint8Array;
  const name = isBytes ? 'photo' : String(source);
  const bytes = isBytes ? source : await readPhoto(source, signal);
  const format = photoFormat(name, bytes);
  signal?.throwIfAborted();
  const raster = await decodeBytes(name, bytes, { format, ...decoding });
  signal?.throwIfAborted();
  return raster;
}

async function decodeBytes(
  name: string,
  bytes: Uint8Array,
  { format, maxPixels, signal, onSize }: ResolvedDecoding & { readonly format: PhotoFormat },
): Promise<Raster> {
  const picture = sharp(bytes, { autoOrient: true, failOn: 'warning', limitInputPixels: false });
  const metadata = await picture.metadata().catch((error: unknown) => refuse(name, error));
  requireFormat(name, metadata, format);
  requirePhotoSize(name, metadata, maxPixels);
  if (!DEPTHS.has(metadata.depth))
    throw new TransformError('E_PHOTO', `${name}: expected 8 or 16 bits a channel, got ${metadata.depth}`);
  await onSize?.({ width: metadata.width, height: metadata.height });
  signal?.throwIfAborted();
  const isGrey = GREYS.has(metadata.space) && !metadata.hasAlpha;
  const isWords = metadata.depth === WORDS;
  const { data, info } = await inStandardColors(picture, metadata, isGrey)
    .raw({ depth: isWords ? WORDS : 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => refuse(name, error));
  const pixels = isWords ? wordsOf(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return {
    data: metadata.hasAlpha ? flattenOnWhite(pixels, info.channels) : pixels,
    width: info.width,
    height: info.height,
    channels: isGrey ? 1 : 3,
  };
}

/** libvips looks for itself at what a file is, and knows kinds that are not meant to be decoded. */
function requireFormat(name: string, { format, compression }: Metadata, expected: PhotoFormat): void {
  const isExpected = expected === 'avif' ? format === 'heif' && compression === 'av1' : format === expected;
  if (!isExpected)
    throw new TransformError('E_PHOTO', `${name}: expected ${expected} by its first bytes, got ${format}`);
}

/** sharp computes with words in Display P3 as soon as there is a profile, and says so only in its source. */
function inStandardColors(picture: Sharp, { depth, hasProfile }: Metadata, isGrey: boolean): Sharp {
  if (depth !== WORDS) return picture.toColourspace(isGrey ? 'b-w' : 'srgb');
  if (isGrey) return picture.toColourspace('grey16');
  return hasProfile ? picture.toColourspace('rgb16').withIccProfile('srgb') : picture.toColourspace('rgb16');
}

function wordsOf({ buffer, byteOffset, byteLength }: Buffer): Uint16Array {
  return byteOffset % 2 === 0
    ? new Uint16Array(buffer, byteOffset, byteLength / 2)
    : new Uint16Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** libvips repeats itself; its first line says what is wrong. */
function refuse(name: string, cause: unknown): never {
  const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  throw new TransformError(
    'E_PHOTO',
    `${name}: the photo is damaged or cut off: ${reason}; if it looks whole elsewhere, save it anew there`,
    { cause },
  );
}
