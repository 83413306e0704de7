import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrinkRaster } from './shrink-raster.ts';

describe('shrinkRaster', () => {
  it('keeps the pixels of a small picture', () => {
    const data = Uint8Array.of(10, 20, 30, 40, 50, 60);
    const picture = shrinkRaster({ data, width: 2, height: 1, channels: 3 }, 28);
    expect(picture).toEqual({
      data: Uint8ClampedArray.of(10, 20, 30, 255, 40, 50, 60, 255),
      width: 2,
      height: 1,
    });
  });

  it('takes the mean of what a pixel stands for', () => {
    const data = Uint8Array.of(0, 100, 8, 8, 200, 100, 8, 8);
    const { data: shrunk, ...size } = shrinkRaster({ data, width: 4, height: 2, channels: 1 }, 2);
    expect(size).toEqual({ width: 2, height: 1 });
    expect(Array.from(shrunk)).toEqual([100, 100, 100, 255, 8, 8, 8, 255]);
  });

  it('brings words to bytes', () => {
    const data = Uint16Array.of(0, 65_535, 0x8080);
    const { data: shrunk } = shrinkRaster({ data, width: 1, height: 1, channels: 3 }, 1);
    expect(Array.from(shrunk)).toEqual([0, 255, 128, 255]);
  });

  it('keeps to the longest edge and to the colour of an even picture', () => {
    const sizes = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(sizes, sizes, sizes, fc.integer({ min: 0, max: 255 }), (width, height, maxEdge, grey) => {
        const data = new Uint8Array(width * height).fill(grey);
        const picture = shrinkRaster({ data, width, height, channels: 1 }, maxEdge);
        expect(Math.max(picture.width, picture.height)).toBe(Math.min(maxEdge, Math.max(width, height)));
        expect(picture.data).toHaveLength(4 * picture.width * picture.height);
        expect(new Set(picture.data)).toEqual(new Set([grey, 255]));
      }),
    );
  });
});
