import { TransformError } from '../errors.ts';
import type { PhotoSize } from './decode-photo-options.ts';

/** Refuses a photo with more pixels than are allowed. @throws {TransformError} `E_PHOTO_SIZE` */
export function requirePhotoSize(name: string, { width, height }: PhotoSize, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  throw new TransformError(
    'E_PHOTO_SIZE',
    `${name}: expected at most ${maxPixels} pixels, got ${width} x ${height}: make it smaller, or allow more with maxPixels`,
  );
}
