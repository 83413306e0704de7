import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';

const IMAGE_COUNT = 2050;

function somePixels(): Uint8Array {
  return Uint8Array.from({ length: IMAGE_COUNT }, (_, pixel) => (pixel * 7) % 256);
}

const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;

describe('memory for the result', () => {
  it('may be that of the images themselves', async () => {
    for (const steps of [[], [{ operation: 'flip' }], [{ operation: 'brightness', factor: 0.5 }]] as const) {
      const images = { data: somePixels(), shape: [IMAGE_COUNT, 1, 1] };
      const expected = await compose(steps).apply(images);
      const result = await compose(steps).apply(images, { into: images.data });
      expect(result.data).toBe(images.data);
      expect(result.data).toEqual(expected.data);
    }
  });

  it('may not be a part of the images, or go beyond them', async () => {
    const memory = new Uint8Array(IMAGE_COUNT + 1);
    memory.set(somePixels());
    const before = memory.slice();
    const images = { data: memory.subarray(0, IMAGE_COUNT), shape: [IMAGE_COUNT, 1, 1] };
    const run = compose([{ operation: 'flip' }]).apply(images, { into: memory.subarray(1) });
    await expect(run).rejects.toThrow(code('E_OPTION'));
    await expect(run).rejects.toThrow(/^into: expected memory of its own, or exactly that of the images/);
    expect(memory).toEqual(before);
  });

  it('may not be that of the labels', async () => {
    const images = { data: Float32Array.of(1, 2), shape: [2, 1, 1] };
    const labels = { data: Float32Array.of(1, 0, 0, 1), shape: [2, 2] };
    const run = compose([]).apply({ images, labels }, { into: labels.data.subarray(2) });
    await expect(run).rejects.toThrow(/^into: expected memory of its own/);
  });

  it.each([
    ['of another length', new Float32Array(3)],
    ['of another kind', new Uint8Array(2 * 36)],
    ['no memory', [] as unknown as Float32Array],
  ])('is refused before anything is computed: %s', async (_, into) => {
    const images = { data: Float32Array.from({ length: 512 }, () => Number.NaN), shape: [2, 16, 16] };
    const run = compose([{ operation: 'hog', pixelsPerCell: 8 }]).apply(images, { into });
    await expect(run).rejects.toThrow(/^into: expected a Float32Array of 72 pixels, got /);
    await expect(run).rejects.toThrow(code('E_OPTION'));
  });
});

it('takes the bytes of a Node buffer, or of any other kind of Uint8Array, for bytes', async () => {
  class Bytes extends Uint8Array {}
  const images = { data: Bytes.of(1, 2, 3, 4), shape: [1, 2, 2] };
  const flip = compose([{ operation: 'flip' }]);
  expect([...(await flip.apply(images)).data]).toEqual([2, 1, 4, 3]);
  expect([...(await flip.apply(images, { into: new Uint8Array(4) })).data]).toEqual([2, 1, 4, 3]);
  expect([...(await compose([]).apply(images, { into: new Uint8Array(4) })).data]).toEqual([1, 2, 3, 4]);
});
