import { createRng, type ProgressEvent } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { mixup } from '../augmentation/mixup.ts';
import { hog } from '../features/hog/hog.ts';
import { oneHot } from '../features/one-hot.ts';
import type { Batch } from '../images/batch.ts';
import { standardScaler } from '../scaling/standard-scaler.ts';
import { compose } from './compose.ts';
import { parsePipeline } from './parse-pipeline.ts';
import type { Step } from './step.ts';
import { anySteps } from './testing/any-step.ts';

const IMAGE_COUNT = 7;

/** Images of bytes with one-hot labels, the same always. */
function someBatch(imageCount = IMAGE_COUNT, side = 8): Batch<Uint8Array> {
  const rng = createRng(1);
  const data = Uint8Array.from({ length: imageCount * side * side }, () => rng.nextInt(256));
  const labels = oneHot(
    Uint8Array.from({ length: imageCount }, (_, image) => image % 3),
    3,
  );
  return { images: { data, shape: [imageCount, side, side] }, labels };
}

/** Some images of a batch. */
function between({ images, labels }: Batch, start: number, end: number): Batch {
  const part = <T extends { subarray(start: number, end: number): T; length: number }>(data: T) =>
    data.subarray((start * data.length) / IMAGE_COUNT, (end * data.length) / IMAGE_COUNT);
  const shapeOf = ([, ...rest]: readonly number[]) => [end - start, ...rest];
  return {
    images: { data: part(images.data), shape: shapeOf(images.shape) },
    labels: labels && { data: part(labels.data), shape: shapeOf(labels.shape) },
  };
}

describe('a pipeline', () => {
  it('comes back from JSON as the same JSON, and does the same', async () => {
    const batch = someBatch();
    await fc.assert(
      fc.asyncProperty(anySteps, fc.string(), async (steps, name) => {
        const pipeline = compose(steps, { name });
        const text = JSON.stringify(pipeline);
        const again = parsePipeline(JSON.parse(text));
        expect(JSON.stringify(again)).toBe(text);
        expect(await again.apply(batch, { seed: 4 })).toEqual(await pipeline.apply(batch, { seed: 4 }));
      }),
    );
  });

  it('gives an image the same pixels and labels in any batch', async () => {
    const pool = someBatch();
    await fc.assert(
      fc.asyncProperty(anySteps, fc.nat(IMAGE_COUNT), fc.boolean(), async (steps, cut, useIndices) => {
        const run = { seed: 11, epoch: 2, pool };
        const pipeline = compose(steps);
        const whole = await pipeline.apply(pool, run);
        for (const [start, end] of [
          [0, cut],
          [cut, IMAGE_COUNT],
        ] as const) {
          const indices = Array.from({ length: end - start }, (_, place) => start + place);
          const place = useIndices ? { indices } : { firstIndex: start };
          const result = await pipeline.apply(between(pool, start, end), { ...run, ...place });
          expect(result).toEqual(between(whole, start, end));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same pixels to one chunk of images and to many', async () => {
    const { images } = someBatch(1100, 4);
    const pipeline = compose([
      { operation: 'random-flip' },
      { operation: 'random-shift' },
      { operation: 'gaussian-noise', std: 9 },
    ]);
    const { data } = await pipeline.apply(images, { seed: 3 });
    const last = { data: images.data.subarray(16 * 1099), shape: [1, 4, 4] };
    expect((await pipeline.apply(last, { seed: 3, firstIndex: 1099 })).data).toEqual(
      data.subarray(16 * 1099),
    );
  });

  it('gives other pixels with another seed or epoch, and to another place', async () => {
    const { images } = someBatch();
    const shifts: Step[] = [{ operation: 'random-shift' }];
    const pixels = async (steps: readonly Step[], run: object) =>
      (await compose(steps).apply(images, run)).data.join(' ');
    const results = await Promise.all([
      pixels(shifts, {}),
      pixels(shifts, { seed: 1 }),
      pixels(shifts, { epoch: 1 }),
      pixels([{ operation: 'shift' }, ...shifts], {}),
    ]);
    expect(new Set(results).size).toBe(4);
  });

  it('leaves the images alone, and gives new ones even without a step', async () => {
    const { images } = someBatch();
    const before = images.data.slice();
    const none = await compose([]).apply(images);
    expect(none).toEqual(images);
    expect(none.data.buffer).not.toBe(images.data.buffer);
    await compose([{ operation: 'flip' }, { operation: 'random-erasing', probability: 1 }]).apply(images);
    expect(images.data).toEqual(before);
  });

  it('writes into the memory that it is given, of the right kind and length', async () => {
    const { images } = someBatch();
    const pipeline = compose([{ operation: 'rotate', degrees: 5 }, { operation: 'normalize' }]);
    const into = new Float32Array(images.data.length);
    const result = await pipeline.apply(images, { into });
    expect(result.data).toBe(into);
    expect(result.data).toEqual((await pipeline.apply(images)).data);
    await expect(pipeline.apply(images, { into: new Float32Array(3) })).rejects.toThrow(
      'into: expected a Float32Array of 448 pixels, got a Float32Array of 3',
    );
    await expect(pipeline.apply(images, { into: new Uint8Array(448) })).rejects.toThrow('got a Uint8Array');
  });

  it('takes no images', async () => {
    const none = { data: new Uint8Array(), shape: [0, 8, 8] };
    const pipeline = compose([
      { operation: 'random-flip' },
      { operation: 'normalize' },
      { operation: 'flatten' },
    ]);
    expect(await pipeline.apply(none)).toEqual({ data: new Float32Array(), shape: [0, 64] });
  });

  it('reports how far it is, and stops when it is told to', async () => {
    const { images } = someBatch(1200, 4);
    const pipeline = compose([{ operation: 'flip' }]);
    const completed: number[] = [];
    await pipeline.apply(images, { onProgress: (event) => completed.push(event.completed) });
    expect(completed).toEqual([0, 1024, 1200]);
    const controller = new AbortController();
    const stopped = pipeline.apply(images, {
      signal: controller.signal,
      onProgress: ({ completed: done }) => done > 0 && controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it('reports one progress for all its parts, and stops while it mixes', async () => {
    const batch = someBatch(2500, 2);
    const pipeline = compose([{ operation: 'flip' }, { operation: 'mixup' }, { operation: 'flip' }]);
    const events: ProgressEvent[] = [];
    await pipeline.apply(batch, { onProgress: (event) => events.push(event) });
    const completed = events.map((event) => event.completed);
    expect(completed).toEqual([...new Set(completed)].toSorted((a, b) => a - b));
    expect([completed[0], completed.at(-1)]).toEqual([0, 2500]);
    for (const { stage, total, unit } of events)
      expect({ stage, total, unit }).toEqual({ stage: 'transform', total: 2500, unit: 'images' });

    const controller = new AbortController();
    let last = 0;
    const stopped = pipeline.apply(batch, {
      signal: controller.signal,
      onProgress(event) {
        last = event.completed;
        if (last > 900) controller.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(last).toBeGreaterThan(900);
    expect(last).toBeLessThan(1600);
  });

  it('mixes many images as it does few', async () => {
    const many = someBatch(1100, 2);
    const pipeline = compose([{ operation: 'mixup' }]);
    for (const pool of [undefined, someBatch(50, 2)])
      expect(await pipeline.apply(many, { seed: 6, pool })).toEqual(
        mixup(many, { seed: 6, stream: 0, ...(pool === undefined ? {} : { pool }) }),
      );
  });

  it.each([
    [{ seed: -1 }, /pipeline\.apply\.seed: expected/],
    [{ indices: [1, 2] }, /indices: expected one for each of 7 images, got 2/],
    [
      { indices: [0, 1, 2, 3, 4, 5, -6] },
      /indices: expected images with whole numbers in 0\.\.4294967295, got -6/,
    ],
    [{ firstIndex: 2 ** 32 - 6 }, /firstIndex: expected images .* got 4294967296/],
    [{ pool: { images: { data: new Uint8Array(), shape: [0, 8, 8] } } }, /pool: expected at least one image/],
  ])('refuses the run %j', async (run, message) => {
    await expect(compose([]).apply(someBatch(), run)).rejects.toThrow(message);
  });
});

describe('steps of a pipeline', () => {
  it('mix with images of the pool as they come from the steps before', async () => {
    const batch = someBatch();
    const before: Step[] = [{ operation: 'random-flip' }, { operation: 'normalize' }];
    const run = { seed: 8 };
    const prepared = await compose(before).apply(batch, run);
    const mixed = await compose([...before, { operation: 'mixup' }]).apply(batch, { ...run, pool: batch });
    const within = await compose([...before, { operation: 'mixup' }]).apply(batch, run);
    expect(mixed).toEqual(within);
    expect(mixed.images.data).not.toEqual(prepared.images.data);
    for (let row = 0; row < IMAGE_COUNT; row++)
      expect(mixed.labels?.data.subarray(3 * row, 3 * row + 3).reduce((sum, share) => sum + share)).toBe(1);
  });

  it('say that mixing needs labels', async () => {
    await expect(
      compose([{ operation: 'flip' }, { operation: 'cutmix' }]).apply(someBatch().images),
    ).rejects.toThrow(
      expect.objectContaining({
        code: 'E_SHAPE',
        message: expect.stringContaining('step 2 (cutmix): expected labels to mix') as string,
      }),
    );
  });

  it('describe images by their gradients', async () => {
    const { images } = someBatch(3, 16);
    const stages = new Set<string>();
    const pipeline = compose([
      { operation: 'flip' },
      { operation: 'flip' },
      { operation: 'hog', orientations: 6 },
    ]);
    const features = await pipeline.apply(images, { onProgress: ({ stage }) => stages.add(stage) });
    expect(features).toEqual(await hog(images, { orientations: 6 }));
    expect([...stages]).toEqual(['transform']);
  });

  it('compute once what they need for every batch', async () => {
    const { images } = someBatch(3, 16);
    const pipeline = compose([{ operation: 'hog' }]);
    const atan2 = vi.spyOn(Math, 'atan2');
    try {
      await pipeline.apply(images);
      const directions = atan2.mock.calls.length;
      expect(directions).toBeGreaterThan(0);
      await pipeline.apply(images);
      expect(atan2.mock.calls.length).toBe(directions);
    } finally {
      atan2.mockRestore();
    }
  });

  it('learn scalers from images, as they come from the steps before', async () => {
    const { images } = someBatch();
    const unfitted = compose([
      { operation: 'scale-to-unit' },
      { operation: 'standard-scaler' },
      { operation: 'min-max-scaler' },
    ]);
    await expect(unfitted.apply(images)).rejects.toThrow(expect.objectContaining({ code: 'E_STATE' }));
    const fitted = await unfitted.fit(images);
    const result = await parsePipeline(JSON.parse(JSON.stringify(fitted))).apply(images);
    expect(Math.min(...result.data)).toBe(0);
    expect(Math.max(...result.data)).toBe(1);
    const unit = await compose([{ operation: 'scale-to-unit' }]).apply(images);
    expect(fitted.steps[1]).toEqual(JSON.parse(JSON.stringify(standardScaler(unit))));
    expect(await fitted.fit(someBatch(2).images)).toMatchObject({ steps: fitted.steps });
  });

  it('say which of them cannot work with the images', async () => {
    const pipeline = compose([
      { operation: 'normalize' },
      { operation: 'crop', top: 2, left: 2, height: 9, width: 9 },
    ]);
    await expect(pipeline.apply(someBatch().images)).rejects.toThrow(/^step 2 \(crop\): crop: expected/);
  });
});
