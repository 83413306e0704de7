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
}

type DecodingRules = Omit<DecodePhotoOptions, 'signal'>;

/** 2 ** 27: what the largest sensors of telephones give, 108 megapixels, fits; a bomb of 30,000 x 30,000 does not. */
export const DECODE_PHOTO_RULES: OptionRules<DecodingRules> = {
  maxPixels: whole(2 ** 27, { min: 1 }),
};

/** The options of a decoder, checked. */
export function resolveDecoding({ signal, ...options }: DecodePhotoOptions): {
  readonly maxPixels: number;
  readonly signal: AbortSignal | undefined;
} {
  return { ...resolveOperationOptions('decodePhoto', DECODE_PHOTO_RULES, options), signal };
}
