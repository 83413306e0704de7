import { backend_util } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { regionsOf } from './regions.ts';
import { windowsOf } from './taps.ts';

function regions(side: number, { window = 3, imageCount = 128, width = side } = {}) {
  const shape: [number, number, number, number] = [imageCount, side, width, 8];
  const info = backend_util.computeConv2DInfo(shape, [window, window, 8, 8], 1, 1, 'same');
  const images = { imageCount, height: side, width, strideHeight: 1, strideWidth: 1 };
  return regionsOf(windowsOf(info), images).map(({ taps, ...region }) => ({
    place: [region.firstRow, region.firstColumn, region.height, region.width],
    pixels: taps.filter((_, index) => index % 3 === 2),
    offsets: taps.filter((_, index) => index % 3 !== 2),
  }));
}

describe('regionsOf', () => {
  it('leaves out the taps of 3 x 3 windows that never meet a pixel of 2 x 2 images', () => {
    expect(regions(2)).toMatchObject([
      { place: [0, 0, 1, 1], pixels: [4, 5, 7, 8], offsets: [0, 0, 0, 1, 1, 0, 1, 1] },
      { place: [0, 1, 1, 1], pixels: [3, 4, 6, 7] },
      { place: [1, 0, 1, 1], pixels: [1, 2, 4, 5] },
      { place: [1, 1, 1, 1], pixels: [0, 1, 3, 4], offsets: [0, 0, 0, 1, 1, 0, 1, 1] },
    ]);
  });

  it('keeps neighbours with the same taps together', () => {
    const places = regions(4, { width: 1 }).map(({ place, pixels }) => [place, pixels]);
    expect(places).toEqual([
      [
        [0, 0, 1, 1],
        [4, 7],
      ],
      [
        [1, 0, 2, 1],
        [1, 4, 7],
      ],
      [
        [3, 0, 1, 1],
        [1, 4],
      ],
    ]);
  });

  it.each([
    ['large images, where little is in the margin', 14, {}],
    ['few images, where packing costs more than it saves', 2, { imageCount: 31 }],
    ['windows of one pixel', 2, { window: 1 }],
  ])('does not divide %s', (_, side, options) => {
    expect(regions(side, options)).toMatchObject([{ place: [0, 0, side, side] }]);
  });
});
