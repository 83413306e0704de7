import { createCheckpoint, type NdArray, reportProgress } from '@fashion-mnist/core';
import type { Batch } from '../../images/batch.ts';
import type { Pixels } from '../../images/images.ts';
import type { PipelineRun } from '../pipeline.ts';
import { collectImages } from './collect-images.ts';
import { allocate, type Stage } from './stage.ts';

/** Images that go through the stages together: few enough for the processor's cache, as bytes of 28 x 28 pixels. */
const CHUNK = 1024;

/** A batch after stages that change each image by itself, one chunk of images after the other. */
export async function runInChunks(
  stages: readonly Stage[],
  { images, labels }: Batch,
  { signal, onProgress, seed, epoch, firstIndex = 0, indices }: PipelineRun,
  into: Pixels | undefined,
): Promise<Batch> {
  const imageCount = images.shape[0] ?? 0;
  const collected = collectImages(imageCount, into);
  const checkpoint = createCheckpoint(signal);
  const last = stages.at(-1);
  let start = 0;
  do {
    reportProgress(onProgress, { stage: 'transform', completed: start, total: imageCount, unit: 'images' });
    await checkpoint();
    const end = Math.min(start + CHUNK, imageCount);
    const random = {
      seed,
      epoch,
      firstIndex: firstIndex + start,
      indices: indices && part(indices, start, end),
    };
    let chunk: Batch = { images: imagesBetween(images, start, end) };
    for (const stage of stages)
      chunk = await stage.run(chunk, { random, signal }, stage === last ? collected.allocate : allocate);
    collected.add(chunk.images);
    start = end;
  } while (start < imageCount);
  reportProgress(onProgress, {
    stage: 'transform',
    completed: imageCount,
    total: imageCount,
    unit: 'images',
  });
  return { images: collected.images(), labels };
}

function imagesBetween({ data, shape }: NdArray<Pixels>, start: number, end: number): NdArray<Pixels> {
  const [imageCount = 0, ...rest] = shape;
  const length = imageCount === 0 ? 0 : data.length / imageCount;
  return { data: data.subarray(start * length, end * length), shape: [end - start, ...rest] };
}

function part(indices: ArrayLike<number>, start: number, end: number): ArrayLike<number> {
  return Array.prototype.slice.call(indices, start, end) as readonly number[];
}
