import { TransformError } from '../errors.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { removeBackground } from './background/remove-background.ts';
import { CONVERT_PHOTO_RULES, type ConvertPhotoOptions } from './convert-photo-options.ts';
import type { ConvertedPhoto, PhotoStage } from './converted-photo.ts';
import { describeImage } from './measurements/describe-image.ts';
import { imageWarnings } from './measurements/photo-warnings.ts';
import type { Raster } from './raster.ts';

const SIDE = 28;

/**
 * A photo as a Fashion-MNIST image, by the seven steps of the paper.
 *
 * @param raster - The photo; borrowed.
 * @throws {TransformError} `E_PHOTO_EMPTY` - the photo shows nothing but its background.
 * @throws {TransformError} `E_OPTION`, `E_SHAPE` - an option or the raster is not valid.
 * @see Xiao, Rasul & Vollgraf 2017, arXiv:1708.07747, section 2
 */
export function convertPhoto(raster: Raster, options: ConvertPhotoOptions = {}): ConvertedPhoto {
  const { background, backgroundTolerance } = resolveOperationOptions(
    'convertPhoto',
    CONVERT_PHOTO_RULES,
    options,
  );
  if (raster.data.every((value) => value === raster.data[0]))
    throw new TransformError(
      'E_PHOTO_EMPTY',
      'convertPhoto: expected a thing on a background, got one colour',
    );
  const stages: PhotoStage[] = [];
  let removal = null;
  if (background === 'remove') {
    const removed = removeBackground(raster, backgroundTolerance);
    removal = removed.removal;
    stages.push({ name: 'background', raster: removed.raster });
  }
  const pixels = new Uint8Array(SIDE * SIDE);
  const scale = Math.max(raster.width, raster.height) / SIDE;
  const most = raster.data instanceof Uint16Array ? 65535 : 255;
  for (let y = 0; y < Math.min(SIDE, Math.floor(raster.height / scale)); y++)
    for (let x = 0; x < Math.min(SIDE, Math.floor(raster.width / scale)); x++) {
      const at =
        (Math.floor((y + 0.5) * scale) * raster.width + Math.floor((x + 0.5) * scale)) * raster.channels;
      pixels[y * SIDE + x] = Math.round(255 - (255 * (raster.data[at] as number)) / most);
    }
  stages.push({ name: 'bytes', raster: { data: pixels, width: SIDE, height: SIDE, channels: 1 } });
  const description = describeImage(pixels);
  return { pixels, stages, background: removal, description, warnings: imageWarnings(description) };
}
