import type { Batch } from '../../images/batch.ts';
import type { Pixels } from '../../images/images.ts';
import type { PipelineRun } from '../pipeline.ts';
import { collectImages } from './collect-images.ts';
import { forEachChunk } from './for-each-chunk.ts';
import { randomBetween, rowsBetween } from './rows.ts';
import { allocate, type Stage } from './stage.ts';

/** A batch after stages that change each image by itself, one chunk of images after the other. */
export async function runInChunks(
  stages: readonly Stage[],
  { images, labels }: Batch,
  { signal, onProgress, seed, epoch, firstIndex, indices }: PipelineRun,
  into: Pixels | undefined,
): Promise<Batch> {
  const imageCount = images.shape[0] ?? 0;
  const collected = collectImages(imageCount, into);
  const last = stages.at(-1);
  await forEachChunk(imageCount, { signal, onProgress }, async (start, end) => {
    const random = randomBetween({ seed, epoch, firstIndex, indices }, start, end);
    let chunk: Batch = { images: rowsBetween(images, start, end) };
    for (const stage of stages)
      chunk = await stage.run(chunk, { random, signal }, stage === last ? collected.allocate : allocate);
    collected.add(chunk.images);
  });
  return { images: collected.images(), labels };
}
