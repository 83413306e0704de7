import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { anyEditStep, anyPixelStep } from './testing/any-step.ts';
import { runSeparately } from './testing/run-separately.ts';

/** Sizes whose rows are whole pairs of pixels, and odd ones. */
const anyImages = fc
  .tuple(fc.nat(5), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 8 }))
  .chain(([imageCount, height, width]) => {
    const length = imageCount * height * width;
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((data) => ({ data, shape: [imageCount, height, width] }));
  });

describe('neighbouring steps', () => {
  it('give in one pass what the functions give one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyImages,
        fc.array(anyEditStep, { maxLength: 4 }),
        fc.array(anyPixelStep, { maxLength: 1 }),
        fc.array(anyEditStep, { maxLength: 2 }),
        fc.record({ seed: fc.nat(), epoch: fc.nat(3), firstIndex: fc.nat(1000) }),
        async (images, edits, values, laterEdits, random) => {
          const steps = [...edits, ...values, ...laterEdits];
          const result = await compose(steps).apply(images, random);
          expect(result).toEqual(runSeparately(steps, images, random));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('write into memory that begins anywhere', async () => {
    const images = { data: Uint8Array.from({ length: 32 }, (_, pixel) => pixel), shape: [2, 4, 4] };
    const pipeline = compose([{ operation: 'flip' }, { operation: 'normalize' }]);
    const { data: expected } = await pipeline.apply(images);
    for (const offset of [0, 1, 2]) {
      const into = new Float32Array(40).subarray(offset, offset + 32);
      const { data } = await pipeline.apply(images, { into });
      expect(data).toEqual(expected);
      expect(into).toEqual(expected);
      expect(data.buffer).toBe(into.buffer);
    }
  });

  it('do on float32 images what the functions do', async () => {
    const images = { data: Float32Array.from({ length: 48 }, (_, pixel) => pixel / 48), shape: [3, 4, 4] };
    const steps = [
      { operation: 'random-flip' },
      { operation: 'random-shift' },
      { operation: 'normalize' },
    ] as const;
    expect(await compose(steps).apply(images, { seed: 3 })).toEqual(
      runSeparately(steps, images, { seed: 3 }),
    );
  });

  it('refuse what one of them refuses, and say which', async () => {
    const images = { data: new Uint8Array(16), shape: [1, 4, 4] };
    const steps = [
      { operation: 'flip' },
      { operation: 'random-erasing', value: 0.5 },
      { operation: 'normalize' },
    ] as const;
    await expect(compose(steps).apply(images)).rejects.toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringMatching(
          /^step 2 \(random-erasing\): randomErasing\.value: expected a whole number/,
        ) as string,
      }),
    );
  });
});
