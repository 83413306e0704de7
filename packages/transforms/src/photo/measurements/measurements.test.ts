import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeImage, type ImageDescription } from './describe-image.ts';
import { measureImages } from './measure-images.ts';
import { imageWarnings } from './photo-warnings.ts';

const SIDE = 28;

/** A picture with a box of one value. */
function box(left: number, top: number, width: number, height: number, value = 100): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    return x >= left && x < left + width && y >= top && y < top + height ? value : 0;
  });
}

describe('describeImage', () => {
  it('says where the content is, and counts its pixels', () => {
    const pixels = box(10, 0, 9, 28, 40);
    pixels[10] = 255;
    expect(describeImage(pixels)).toEqual({
      contentWidth: 9,
      contentHeight: 28,
      longestEdge: 28,
      aspect: 9 / 28,
      left: 10,
      right: 9,
      top: 0,
      bottom: 0,
      cornerPixel: 0,
      zeroShare: 1 - 252 / 784,
      fullShare: 1 / 784,
      contentMean: (251 * 40 + 255) / 252,
    });
  });

  it('finds any box', () => {
    const edge = fc.integer({ min: 0, max: SIDE - 1 });
    fc.assert(
      fc.property(edge, edge, edge, edge, (x1, x2, y1, y2) => {
        const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
        const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
        const found = describeImage(box(left, top, right - left + 1, bottom - top + 1));
        expect(found).toMatchObject({ left, top, right: SIDE - 1 - right, bottom: SIDE - 1 - bottom });
      }),
    );
  });

  it('has no content in a picture of zeros', () => {
    const empty = describeImage(new Uint8Array(784));
    expect(empty).toMatchObject({ longestEdge: 0, left: 0, right: 0, zeroShare: 1, fullShare: 0 });
    expect([empty.aspect, empty.contentMean]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('measureImages', () => {
  it('sums up descriptions', () => {
    const images = [
      box(10, 0, 9, 28),
      box(10, 0, 8, 28, 255),
      box(0, 14, 28, 14),
      box(1, 1, 27, 27),
      box(0, 0, 0, 0),
    ];
    const data = Uint8Array.from(images.flatMap((image) => [...image]));
    expect(measureImages({ data, shape: [5, SIDE, SIDE] })).toEqual({
      imageCount: 5,
      emptyShare: 0.2,
      fullEdgeShare: 0.75,
      oneLessEdgeShare: 0.25,
      cornerZeroShare: 1,
      zeroShare: expect.closeTo(1 - (17 * 28 + 14 * 28 + 27 * 27) / (5 * 784)) as number,
      pixel255Share: expect.closeTo((8 * 28) / (5 * 784)) as number,
      centredShare: 1 / 3,
      oddAtTopLeftShare: 1 / 3,
      aspectQuantiles: [8 / 28, 9 / 28, 1, 1, 2],
      aspectRange: [8 / 28, 2],
      zeroShareRange: [1 - (27 * 27) / 784, 1 - (8 * 28) / 784].map(
        (share) => expect.closeTo(share) as number,
      ),
      fullShareRange: [0, (8 * 28) / 784],
      contentMeanRange: [100, 255],
    });
  });

  it('refuses what is no batch of images', () => {
    expect(() => measureImages({ data: new Uint8Array(784), shape: [1, 784] })).toThrow(
      expect.objectContaining({ code: 'E_SHAPE' }),
    );
  });
});

describe('imageWarnings', () => {
  const usual: ImageDescription = { ...describeImage(box(4, 0, 20, 28)), contentMean: 120 };

  it('has nothing to say of an image like those of the dataset', () => {
    expect(imageWarnings(usual)).toEqual([]);
  });

  it.each<[string, Partial<ImageDescription>]>([
    ['W_PHOTO_SMALL', { longestEdge: 26 }],
    ['W_PHOTO_OFF_CENTRE', { left: 2, right: 4 }],
    ['W_PHOTO_OFF_CENTRE', { top: 3, bottom: 1 }],
    ['W_PHOTO_CORNER', { cornerPixel: 1 }],
    ['W_PHOTO_ZEROS', { zeroShare: 0.1 }],
    ['W_PHOTO_ZEROS', { zeroShare: 0.9 }],
    ['W_PHOTO_DARK', { fullShare: 0.2 }],
    ['W_PHOTO_BRIGHTNESS', { contentMean: 20 }],
    ['W_PHOTO_BRIGHTNESS', { contentMean: 230 }],
    ['W_PHOTO_ASPECT', { aspect: 0.2 }],
    ['W_PHOTO_ASPECT', { aspect: 5 }],
  ])('warns by %s of %j', (code, unusual) => {
    const warnings = imageWarnings({ ...usual, ...unusual });
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    expect(warnings[0]?.message).toContain(String(Object.values(unusual)[0]));
  });
});
