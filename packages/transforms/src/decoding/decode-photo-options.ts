import { type OptionRules, whole } from '@fashion-mnist/core';
import { resolveOperationOptions } from '../options/resolve-options.ts';

/** How a photo is decoded. */
export interface DecodePhotoOptions {
  /**
   * The most pixels that a photo may have by its header, before anything is decoded. A pixel takes up to 8 bytes.
   *
   * @default 134217728
   */
  readonly maxPixels?: number | undefined;
  /** Looked at before the photo is read, before and after it is decoded. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the size that the header gives once it is allowed, and waited for before anything is decoded. */
  readonly onSize?: ((size: PhotoSize) => Promise<void> | void) | undefined;
}

/** In pixels, as they are stored: a photo that lies is turned later. */
export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

type DecodingRules = Omit<DecodePhotoOptions, 'signal' | 'onSize'>;

/** 2 ** 27: what the largest sensors of telephones give, 108 megapixels, fits; a bomb of 30,000 x 30,000 does not. */
export const DECODE_PHOTO_RULES: OptionRules<DecodingRules> = {
  maxPixels: whole(2 ** 27, { min: 1 }),
};

export type ResolvedDecoding = Pick<DecodePhotoOptions, 'signal' | 'onSize'> & { readonly maxPixels: number };

/** The options of a decoder, checked. */
export function resolveDecoding({ signal, onSize, ...options }: DecodePhotoOptions): ResolvedDecoding {
  return { ...resolveOperationOptions('decodePhoto', DECODE_PHOTO_RULES, options), signal, onSize };
}
