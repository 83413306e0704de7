import { describe, expect, it } from 'vitest';
import type { Batch } from '../images/batch.ts';
import { compose } from './compose.ts';

const images = { data: new Uint8Array(8), shape: [2, 2, 2] };
const pipeline = compose([{ operation: 'flip' }]);

describe('a run of a pipeline', () => {
  it.each([
    [
      { sead: 3 },
      'expected one of seed, epoch, firstIndex, indices, pool, signal, onProgress, into, got the option sead',
    ],
    [{ stream: 1 }, 'got the option stream'],
    [null, 'expected an object of options, got null'],
    [3, 'expected an object of options, got 3'],
    [{ indices: null }, 'indices: expected a list of numbers, got null'],
    [{ indices: 3 }, 'indices: expected a list of numbers, got 3'],
    [{ signal: {} }, 'signal: expected an AbortSignal, got {}'],
    [{ onProgress: 1 }, 'onProgress: expected a function, got 1'],
    [{ pool: null }, 'pool: expected { images, labels }, got null'],
    [{ pool: { images: null } }, 'pool: expected { images, labels }, got'],
  ])('refuses the options %j', async (run, message) => {
    await expect(pipeline.apply(images, run as object)).rejects.toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringMatching(/^pipeline\.apply/) as string,
      }),
    );
    await expect(pipeline.apply(images, run as object)).rejects.toThrow(message);
    await expect(pipeline.fit(images, run as object)).rejects.toThrow(/^pipeline\.fit/);
  });

  it.each([
    [{ seed: -1 }, '.seed: expected'],
    [{ indices: [1] }, '.indices: expected one for each of 2 images'],
    [
      { pool: { images: { data: new Uint8Array(), shape: [0, 2, 2] } } },
      '.pool: expected at least one image',
    ],
  ])('says which run has the wrong options %j', async (run, message) => {
    await expect(pipeline.apply(images, run)).rejects.toThrow(`pipeline.apply${message}`);
    await expect(pipeline.fit(images, run)).rejects.toThrow(`pipeline.fit${message}`);
  });

  it('takes options that are undefined', async () => {
    const run = { seed: undefined, indices: undefined, pool: undefined, into: undefined };
    expect(await pipeline.apply(images, run as object)).toEqual(images);
  });

  it('learns into no memory', async () => {
    await expect(pipeline.fit(images, { into: new Uint8Array(8) } as object)).rejects.toThrow(
      'got the option into',
    );
  });

  it.each([[null], [3], [undefined], [[]], [{ images: null }], [{ images: 3, labels: null }]])(
    'refuses the images %j',
    async (input) => {
      for (const run of [pipeline.apply, pipeline.fit])
        await expect(run(input as unknown as Batch)).rejects.toThrow(
          expect.objectContaining({ code: 'E_SHAPE' }),
        );
    },
  );

  it('takes the indices of images, whatever the first one', async () => {
    const imageCount = 1030;
    const many = {
      data: Uint8Array.from({ length: imageCount * 4 }, (_, i) => i % 251),
      shape: [imageCount, 2, 2],
    };
    const labels = { data: new Float32Array(imageCount).fill(1), shape: [imageCount, 1] };
    const indices = Array.from({ length: imageCount }, (_, image) => 5 + image);
    const noisy = compose([{ operation: 'gaussian-noise', std: 20 }, { operation: 'mixup' }]);
    const batch = { images: many, labels };
    const expected = await noisy.apply(batch, { firstIndex: 5 });
    expect(await noisy.apply(batch, { indices, firstIndex: 2 ** 32 - 1 })).toEqual(expected);
  });
});
