import type { NdArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RandomOptions } from '../random/random-options.ts';
import { randomAffine } from './affine/random-affine.ts';
import { randomRotation } from './affine/random-rotation.ts';
import { randomZoom } from './affine/random-zoom.ts';
import { cutout } from './erasing/cutout.ts';
import { randomErasing } from './erasing/random-erasing.ts';
import { randomFlip } from './flips/random-flip.ts';
import { imagesOf } from './testing/pictures.ts';
import { randomCrop } from './windows/random-crop.ts';
import { randomShift } from './windows/random-shift.ts';

type Operation = (images: NdArray<Uint8Array>, options: RandomOptions) => NdArray<Uint8Array>;

const images = imagesOf([12, 6, 5], (image, row, column) => 1 + 20 * image + 3 * row + column);
const operations: Record<string, Operation> = {
  randomFlip,
  randomShift,
  randomCrop,
  randomErasing,
  randomRotation,
  randomZoom,
  cutout: (pictures, options) => cutout(pictures, { size: 2, ...options }),
  'randomCrop, smaller': (pictures, options) => randomCrop(pictures, { width: 3, ...options }),
  randomAffine: (pictures, options) => randomAffine(pictures, { translate: [0.3, 0.3], ...options }),
};

describe.each(Object.entries(operations))('%s', (_, operation) => {
  it('gives an image the same pixels in any batch', () => {
    const whole = operation(images, { seed: 5, epoch: 2, stream: 1 });
    const size = whole.data.length / 12;
    fc.assert(
      fc.property(fc.nat(11), fc.nat(11), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const batch = { data: images.data.slice(from * 30, to * 30), shape: [to - from, 6, 5] };
        const expected = whole.data.slice(from * size, to * size);
        const random = { seed: 5, epoch: 2, stream: 1 };
        expect(operation(batch, { ...random, firstIndex: from }).data).toEqual(expected);
        const indices = Array.from({ length: to - from }, (__, index) => from + index);
        expect(operation(batch, { ...random, indices }).data).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('gives other pixels with another seed, epoch or stream', () => {
    const results = [{}, { seed: 1 }, { epoch: 1 }, { stream: 1 }].map((random) =>
      operation(images, random).data.join(' '),
    );
    expect(new Set(results).size).toBe(4);
  });

  it('refuses indices that are not one for each image', () => {
    for (const indices of [[5], Array.from({ length: 12 }, (__, index) => index - 1)])
      expect(() => operation(images, { indices })).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });

  it('takes no images, and refuses a seed that is none', () => {
    const none = { data: new Uint8Array(0), shape: [0, 6, 5] };
    expect(operation(none, {}).data).toHaveLength(0);
    expect(() => operation(images, { seed: -1 })).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });
});
