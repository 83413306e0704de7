import type { ResolvedOptions } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import { removeBackground } from './background/remove-background.ts';
import { CONVERT_PHOTO_RULES, type ConvertPhotoOptions } from './convert-photo-options.ts';
import type { ConvertedPhoto, PhotoStage } from './converted-photo.ts';
import { IMAGE_SIDE } from './image-side.ts';
import { describeImage } from './measurements/describe-image.ts';
import { imageWarnings } from './measurements/photo-warnings.ts';
import { type QuantumRaster, toQuantums } from './quantum.ts';
import { type Raster, requireRaster } from './raster.ts';
import { sourceWarnings } from './source-warnings.ts';
import { extend } from './steps/extend.ts';
import { grey } from './steps/grey.ts';
import { negate } from './steps/negate.ts';
import { sample } from './steps/sample.ts';
import { adaptiveSharpen, sharpen } from './steps/sharpen.ts';
import { toBytes } from './steps/to-bytes.ts';
import { trim } from './steps/trim.ts';

type Resolved = ResolvedOptions<ConvertPhotoOptions>;

/**
 * A photo as a Fashion-MNIST image, by the seven steps of the paper as ImageMagick 6 takes them: trim the edges that are
 * close to the corners' colour, sample the longest edge to 28 pixels, sharpen with increasing effect near edges, extend
 * to a square, negate, grey, 8 bits. The command that gives the same bytes, with the defaults:
 *
 *     convert photo.png -fuzz 5% -trim +repage -sample 28x28 -adaptive-sharpen 1x1 \
 *       -gravity center -background '#fff' -extent 28x28 -negate -colorspace Gray -depth 8 image.png
 *
 * @param raster - The photo, of bytes or words, grey or in colour; borrowed. The pictures of the first stages may share
 *   its data.
 * @returns 28 x 28 bytes with the background 0, the picture after each step, and what is unusual about it.
 * @throws {TransformError} `E_PHOTO_EMPTY` - nothing is left after trimming: the photo shows one colour, or its corners
 *   disagree on what is background.
 * @throws {TransformError} `E_OPTION`, `E_SHAPE` - an option or the raster is not valid.
 * @remarks Deterministic, 3 ms for a megapixel.
 * @see Xiao, Rasul & Vollgraf 2017, arXiv:1708.07747, section 2; test/imagemagick.node.test.ts compares each stage
 */
export function convertPhoto(raster: Raster, options: ConvertPhotoOptions = {}): ConvertedPhoto {
  const resolved = resolveOperationOptions('convertPhoto', CONVERT_PHOTO_RULES, options);
  requireRaster('convertPhoto', raster);
  const removed =
    resolved.background === 'remove' ? removeBackground(raster, resolved.backgroundTolerance) : null;
  const stages = convert(removed?.raster ?? raster, resolved);
  const pixels = stages.at(-1)?.raster.data as Uint8Array;
  const description = describeImage(pixels);
  const background = removed?.removal ?? null;
  return {
    pixels,
    stages: removed === null ? stages : [{ name: 'background', raster: removed.raster }, ...stages],
    background,
    description,
    warnings: [
      ...sourceWarnings(raster, stages[0]?.raster ?? raster, background, IMAGE_SIDE),
      ...imageWarnings(description),
    ],
  };
}

function convert(raster: Raster, options: Resolved): readonly PhotoStage[] {
  const trimmed = trim(raster, options.fuzz);
  if (trimmed === null)
    throw new TransformError(
      'E_PHOTO_EMPTY',
      `convertPhoto: expected a thing on a background of one colour, got ${raster.width} x ${raster.height} pixels of which nothing is left without the edges that are within ${Number((options.fuzz * 100).toPrecision(3))} % of the corners' colours; check the photo, or have its background removed`,
    );
  const sampled = sample(trimmed, IMAGE_SIDE);
  const sharpened = sharpenAs(options.sharpen, toQuantums(sampled));
  const extended = extend(sharpened, IMAGE_SIDE, options.extensionColor);
  const negated = negate(extended);
  const inGrey = grey(negated, options.greyWeights);
  return [
    { name: 'trim', raster: trimmed },
    { name: 'sample', raster: sampled },
    { name: 'sharpen', raster: sharpened },
    { name: 'extend', raster: extended },
    { name: 'negate', raster: negated },
    { name: 'grey', raster: inGrey },
    { name: 'bytes', raster: toBytes(inGrey, options.byteRounding) },
  ];
}

function sharpenAs(kind: Resolved['sharpen'], raster: QuantumRaster): QuantumRaster {
  if (kind === 'none') return raster;
  return kind === 'plain' ? sharpen(raster) : adaptiveSharpen(raster);
}
