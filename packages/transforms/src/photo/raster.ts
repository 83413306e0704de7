import { TransformError } from '../errors.ts';

/** A decoded picture in sRGB, opaque and upright: what a photo is before it becomes a 28 x 28 image. */
export interface Raster {
  /** Row-major, `channels` numbers per pixel: `0..255` in bytes, `0..65535` in words. */
  readonly data: Uint8Array | Uint16Array;
  readonly width: number;
  readonly height: number;
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: 1 | 3;
}

/**
 * Checks that a raster is one.
 *
 * @param operation - Whose raster it is, as it stands at the start of the message.
 * @throws {TransformError} `E_SHAPE` - its sizes are no whole numbers above 0, its channels neither 1 nor 3, or its data
 *   have another length or kind.
 */
export function requireRaster(operation: string, { data, width, height, channels }: Raster): void {
  const isWhole = (size: number) => Number.isSafeInteger(size) && size > 0;
  if (!isWhole(width) || !isWhole(height) || ![1, 3].includes(channels))
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected whole sizes > 0 and 1 or 3 channels, got ${width} x ${height} and ${channels} channels`,
    );
  if (
    !(data instanceof Uint8Array || data instanceof Uint16Array) ||
    data.length !== width * height * channels
  )
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected ${width * height * channels} bytes or words for ${width} x ${height} pixels of ${channels} channels, got ${(data as ArrayLike<number> | undefined)?.length} values`,
    );
}
