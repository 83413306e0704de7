import { afterEach, describe, expect, it, vi } from 'vitest';
import { TransformError } from '../errors.ts';
import { oneHot } from '../features/one-hot.ts';
import { compose } from '../pipeline/compose.ts';
import type { BatchSource } from './batch-source.ts';
import type { BatchSourceOptions } from './batch-source-options.ts';
import { createBatchSource } from './create-batch-source.ts';
import { batchesOf, CLASSES, IMAGES, picturesOf, someImages } from './testing/some-images.ts';
import { spawnOverChannel } from './testing/spawn-over-channel.ts';

const sources: BatchSource[] = [];
afterEach(async () => {
  await Promise.all(sources.splice(0).map((source) => source.dispose()));
});

function sourceOf(options: Partial<BatchSourceOptions> = {}): BatchSource {
  const source = createBatchSource({ ...someImages(), batchSize: 5, seed: 3, ...options });
  sources.push(source);
  return source;
}

const sorted = (pictures: number[][]) => pictures.map((picture) => picture.join()).toSorted();
const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;

describe.each([
  { place: 'without a worker', where: { workers: 0 } },
  { place: 'behind messages', where: { workers: 1, spawn: spawnOverChannel } },
] as const)('$place, batches', ({ where }) => {
  it('are what the pipeline makes of the images, as a network takes them', async () => {
    const { images, labels, pipeline } = someImages();
    const [first] = await batchesOf(sourceOf({ ...where, shuffle: false, batchSize: IMAGES }), 2);
    const whole = { images, labels: oneHot(labels, CLASSES) };
    const expected = await compose(pipeline.steps).apply(whole, { seed: 3, epoch: 2, pool: whole });
    expect(first?.inputs).toEqual({ data: expected.images.data, shape: [IMAGES, 6, 5, 1] });
    expect(first?.targets).toEqual(expected.labels);
  });

  it('are numbered, and the last one has what is left', async () => {
    const source = sourceOf(where);
    const batches = await batchesOf(source, 0);
    expect(batches.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(batches.map(({ inputs }) => inputs.shape[0])).toEqual([5, 5, 5, 5, 3]);
    expect([source.imageCount, source.batchSize, source.batchCount]).toEqual([IMAGES, 5, 5]);
  });

  it('leave out what does not fill one, if that is wanted', async () => {
    const source = sourceOf({ ...where, dropLast: true });
    const batches = await batchesOf(source, 0);
    expect(batches.map(({ inputs }) => inputs.shape[0])).toEqual([5, 5, 5, 5]);
    expect([source.imageCount, source.batchCount]).toEqual([20, 4]);
  });

  it('have each image once, in another order in each epoch', async () => {
    const plain = { pipeline: compose([{ operation: 'normalize' }]) };
    const source = sourceOf({ ...where, ...plain });
    const inOrder = picturesOf(await batchesOf(sourceOf({ ...where, shuffle: false, ...plain }), 0));
    const first = picturesOf(await batchesOf(source, 0));
    const second = picturesOf(await batchesOf(source, 1));
    expect(first).not.toEqual(second);
    expect(first).not.toEqual(inOrder);
    expect(sorted(first)).toEqual(sorted(inOrder));
    expect(sorted(second)).toEqual(sorted(inOrder));
  });

  it('are the same, whatever was asked for before', async () => {
    const source = sourceOf(where);
    const whole = await batchesOf(source, 1);
    await batchesOf(source, 4);
    expect(await batchesOf(source, 1, 3)).toEqual(whole.slice(3));
    expect(await batchesOf(sourceOf(where), 1)).toEqual(whole);
    expect(await batchesOf(sourceOf({ ...where, seed: 4 }), 1)).not.toEqual(whole);
  });

  it('have pictures that do not depend on how many are in one', async () => {
    const small = picturesOf(await batchesOf(sourceOf({ ...where, batchSize: 2 }), 1));
    const large = picturesOf(await batchesOf(sourceOf({ ...where, batchSize: 16 }), 1));
    expect(small).toEqual(large);
  });

  it('reject with the error of the pipeline, whole', async () => {
    const source = sourceOf({ ...where, pipeline: { steps: [{ operation: 'standard-scaler' }] } });
    const run = batchesOf(source, 0);
    await expect(run).rejects.toThrow(TransformError);
    await expect(run).rejects.toThrow(code('E_STATE'));
    await expect(run).rejects.toThrow(/step 1 \(standard-scaler\)/);
    expect(await run.catch((error: Error) => error.stack)).toMatch(/scaler/);
  });

  it('reject where the pipeline leaves bytes', async () => {
    const run = batchesOf(sourceOf({ ...where, pipeline: compose([]) }), 0);
    await expect(run).rejects.toThrow(code('E_SHAPE'));
    await expect(run).rejects.toThrow(/result is float32, got bytes/);
  });

  it('end with the reason of a signal', async () => {
    const controller = new AbortController();
    const taken: number[] = [];
    const run = async () => {
      for await (const { index } of sourceOf(where).batches(0, { signal: controller.signal })) {
        taken.push(index);
        if (index === 1) controller.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(taken).toEqual([0, 1]);
  });
});

describe('a worker of the platform', () => {
  it('gives the same bytes as none', async () => {
    const [worker, none] = [sourceOf({ workers: 1 }), sourceOf({ workers: 0 })];
    for (const epoch of [0, 7]) expect(await batchesOf(worker, epoch)).toEqual(await batchesOf(none, epoch));
  });

  it('carries over the error of the pipeline, whole', async () => {
    const run = batchesOf(sourceOf({ pipeline: { steps: [{ operation: 'standard-scaler' }] } }), 0);
    await expect(run).rejects.toThrow(TransformError);
    await expect(run).rejects.toThrow(code('E_STATE'));
  });

  it('ends with the reason of a signal', async () => {
    const controller = new AbortController();
    const run = async () => {
      for await (const _ of sourceOf().batches(0, { signal: controller.signal }))
        controller.abort(new Error('enough'));
    };
    await expect(run()).rejects.toThrow('enough');
  });
});

it('takes images that are float32, or lie in shared memory', async () => {
  const { images } = someImages();
  const shared = new Uint8Array(new SharedArrayBuffer(images.data.length));
  shared.set(images.data);
  const expected = await batchesOf(sourceOf({ workers: 0 }), 0);
  expect(await batchesOf(sourceOf({ images: { data: shared, shape: images.shape } }), 0)).toEqual(expected);
  const floats = { data: Float32Array.from(images.data, (byte) => byte / 255), shape: images.shape };
  const [inline, worker] = [sourceOf({ images: floats, workers: 0 }), sourceOf({ images: floats })];
  expect(await batchesOf(worker, 0)).toEqual(await batchesOf(inline, 0));
});

it('takes a pipeline as it is, or as JSON', async () => {
  const { pipeline } = someImages();
  const fromJson = sourceOf({ pipeline: JSON.parse(JSON.stringify(compose(pipeline.steps))), workers: 0 });
  const composed = sourceOf({ pipeline: compose(pipeline.steps) });
  expect(await batchesOf(fromJson, 0)).toEqual(await batchesOf(composed, 0));
});

it('refuses to go on when it has been disposed', async () => {
  const source = sourceOf();
  await batchesOf(source, 0);
  await source.dispose();
  await expect(batchesOf(source, 1)).rejects.toThrow(code('E_WORKER'));
});

it('starts no worker before a batch is wanted', () => {
  const spawn = vi.fn<NonNullable<BatchSourceOptions['spawn']>>();
  sourceOf({ spawn });
  expect(spawn).not.toHaveBeenCalled();
});

it.each<[Partial<BatchSourceOptions>, string, RegExp]>([
  [{ batchSize: 0 }, 'E_OPTION', /createBatchSource.batchSize: expected a whole number >= 1, got 0/],
  [{ seed: -1 }, 'E_OPTION', /createBatchSource.seed/],
  [{ workers: 2 as never }, 'E_OPTION', /createBatchSource.workers: expected a whole number >= 0 and <= 1/],
  [{ classCount: 3 }, 'E_OPTION', /createBatchSource.labels: expected 0..2, got 3 at 3/],
  [{ labels: new Uint8Array(2) }, 'E_SHAPE', /expected one for each of 23 images, got 2/],
  [
    { images: { data: new Uint8Array(23), shape: [23] } },
    'E_SHAPE',
    /expected \[imageCount, height, width\]/,
  ],
  [{ pipeline: { steps: [{ operation: 'dream' as never }] } }, 'E_PIPELINE', /dream/],
])('refuses %j', (options, expected, message) => {
  expect(() => sourceOf(options)).toThrow(message);
  expect(() => sourceOf(options)).toThrow(code(expected));
});

it('has sources of no images, too', async () => {
  const nothing = { images: { data: new Uint8Array(0), shape: [0, 6, 5] }, labels: new Uint8Array(0) };
  const source = sourceOf(nothing);
  expect(await batchesOf(source, 0)).toEqual([]);
  expect(source.batchCount).toBe(0);
});
