import type { ConvertPhotoOptions, PhotoStageName } from '@fashion-mnist/transforms';
import { describe, it } from 'vitest';
import { compareStages } from './photos/compare-stages.ts';
import { drawPhoto } from './photos/draw-photo.ts';
import { expectAgreement } from './photos/expect-agreement.ts';
import { convertByImageMagick, imageMagickVersion, PAPER_STAGES } from './photos/imagemagick.ts';

const PICTURE_COUNT = 320;
const PICTURES_WITH_OPTIONS = 30;

const draw = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => drawPhoto(first + index));

describe.skipIf(imageMagickVersion() === undefined)('convertPhoto, beside ImageMagick 6', () => {
  it(`has the pixels of the paper's command after each step, on ${PICTURE_COUNT} pictures`, () => {
    const rasters = draw(0, PICTURE_COUNT);
    expectAgreement(compareStages(rasters, convertByImageMagick(rasters)), PICTURE_COUNT * 0.75);
  });

  it.each<[ConvertPhotoOptions, PhotoStageName, readonly string[]]>([
    [{ sharpen: 'plain' }, 'sharpen', ['-sharpen', '1x1']],
    [{ sharpen: 'none' }, 'sharpen', []],
    [{ fuzz: 0 }, 'trim', ['-fuzz', '0', '-trim', '+repage']],
    [{ fuzz: 0.2 }, 'trim', ['-fuzz', '20%', '-trim', '+repage']],
    [
      { extensionColor: '#fdfdfd' },
      'extend',
      ['-gravity', 'center', '-background', '#fdfdfd', '-extent', '28x28'],
    ],
    [{ extensionColor: '#8f0' }, 'extend', ['-gravity', 'center', '-background', '#8f0', '-extent', '28x28']],
    [{ greyWeights: 'rec601luma' }, 'grey', ['-grayscale', 'Rec601Luma']],
    [{ greyWeights: 'average' }, 'grey', ['-grayscale', 'Average']],
    [{ byteRounding: 'nearest' }, 'bytes', []],
  ])('has the pixels of ImageMagick with %j', (options, changed, step) => {
    const rasters = draw(PICTURE_COUNT, PICTURES_WITH_OPTIONS);
    const stages = PAPER_STAGES.map(([name, paper]) => [name, name === changed ? step : paper] as const);
    const agreement = compareStages(rasters, convertByImageMagick(rasters, stages), options);
    expectAgreement(agreement, PICTURES_WITH_OPTIONS / 2);
  });
});
