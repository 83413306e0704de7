import {
  type ConvertPhotoOptions,
  convertPhoto,
  type Raster,
  TransformError,
} from '@fashion-mnist/transforms';
import { decodePhoto } from '@fashion-mnist/transforms/browser';
import type { PhotoOutcome, ShownStage } from './photo-outcome.ts';
import { refusal, refuseByBytes } from './refusal.ts';
import { shrinkRaster } from './shrink-raster.ts';

/** 2 ** 26, or 8,192 x 8,192: a page has less memory than a program. */
const MAX_PIXELS = 67_108_864;
/** Twice what the page shows, for dense screens. */
const SHOWN_EDGE = 256;

/** Decodes a photo and converts it. What is wrong with it is a result. */
export async function convertForPage(
  photo: Blob,
  options: Pick<ConvertPhotoOptions, 'background'>,
): Promise<PhotoOutcome> {
  const tooLarge = refuseByBytes(photo.size);
  if (tooLarge !== undefined) return tooLarge;
  try {
    const raster = await decodePhoto(photo, { maxPixels: MAX_PIXELS });
    const { pixels, stages, background, warnings } = convertPhoto(raster, options);
    const shown = [shownAs('photo', raster), ...stages.map((stage) => shownAs(stage.name, stage.raster))];
    return {
      kind: 'converted',
      conversion: { pixels: pixels.slice(), stages: shown, background, warnings },
    };
  } catch (error) {
    if (error instanceof TransformError) return refusal(error.code, error.message);
    return refusal('E_PHOTO', error instanceof Error ? error.message : String(error));
  }
}

function shownAs(name: ShownStage['name'], raster: Raster): ShownStage {
  const { width, height } = raster;
  return { name, width, height, picture: shrinkRaster(raster, SHOWN_EDGE) };
}
