import { backend_util } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { type Region, regionsOf, tapRegionsOf } from './regions.ts';
import { windowsOf } from './taps.ts';

function divided(
  divide: typeof regionsOf,
  side: number,
  { window = 3, imageCount = 128, width = side, stride = 1 } = {},
) {
  const shape: [number, number, number, number] = [imageCount, side, width, 8];
  const info = backend_util.computeConv2DInfo(shape, [window, window, 8, 8], stride, 1, 'same');
  const images = { imageCount, height: side, width, strideHeight: stride, strideWidth: stride };
  return divide(windowsOf(info), images).map(({ taps, ...region }: Region) => ({
    place: [region.firstRow, region.firstColumn, region.height, region.width],
    pixels: taps.filter((_, index) => index % 3 === 2),
    offsets: taps.filter((_, index) => index % 3 !== 2),
  }));
}

const regions = (side: number, options = {}) => divided(regionsOf, side, options);
const tapRegions = (side: number, options = {}) => divided(tapRegionsOf, side, options);

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

describe('tapRegionsOf', () => {
  it('gives each tap of 3 x 3 windows on 2 x 2 images the windows in which it meets a pixel', () => {
    expect(tapRegions(2)).toMatchObject([
      { place: [1, 1, 1, 1], pixels: [0], offsets: [0, 0] },
      { place: [1, 0, 1, 2], pixels: [1], offsets: [0, 0] },
      { place: [1, 0, 1, 1], pixels: [2], offsets: [0, 1] },
      { place: [0, 1, 2, 1], pixels: [3], offsets: [0, 0] },
      { place: [0, 0, 2, 2], pixels: [4], offsets: [0, 0] },
      { place: [0, 0, 2, 1], pixels: [5], offsets: [0, 1] },
      { place: [0, 1, 1, 1], pixels: [6], offsets: [1, 0] },
      { place: [0, 0, 1, 2], pixels: [7], offsets: [1, 0] },
      { place: [0, 0, 1, 1], pixels: [8], offsets: [1, 1] },
    ]);
  });

  it('knows taps that meet none', () => {
    const met = tapRegions(1).filter(({ place: [, , height = 0, width = 0] }) => height * width > 0);
    expect(met).toMatchObject([{ place: [0, 0, 1, 1], pixels: [4] }]);
  });

  it('counts windows by their strides', () => {
    const [first, second] = tapRegions(5, { window: 5, stride: 4 });
    expect(first).toMatchObject({ place: [1, 1, 1, 1], offsets: [2, 2] });
    expect(second).toMatchObject({ place: [1, 1, 1, 1], offsets: [2, 3] });
  });

  it('does not divide large images', () => {
    expect(tapRegions(14)).toMatchObject([{ place: [0, 0, 14, 14] }]);
  });
});
