import { expect, it } from 'vitest';
import { compareStages } from '../photos/compare-stages.ts';
import { drawPhoto } from '../photos/draw-photo.ts';
import { expectAgreement } from '../photos/expect-agreement.ts';
import { convertByImageMagick, imageMagickVersion } from '../photos/imagemagick.ts';

const FIRST = 1000;
const PICTURE_COUNT = 1200;
/** As many as ImageMagick keeps in memory. */
const AT_ONCE = 200;

it(`has the pixels of ImageMagick 6 after each step, on ${PICTURE_COUNT} pictures`, () => {
  expect(imageMagickVersion()).toBeDefined();
  for (let from = FIRST; from < FIRST + PICTURE_COUNT; from += AT_ONCE) {
    const rasters = Array.from({ length: AT_ONCE }, (_, index) => drawPhoto(from + index));
    expectAgreement(compareStages(rasters, convertByImageMagick(rasters)), AT_ONCE * 0.75);
  }
});
