import { createCheckpoint, reportProgress } from '@fashion-mnist/core';
import type { StepRun } from '../operation.ts';

/** Images that go through the stages together: few enough for the processor's cache, as bytes of 28 x 28 pixels. */
const CHUNK = 1024;

/**
 * Does some work for one chunk of images after the other, at least once, also where there is no image.
 *
 * @throws the signal's reason, when aborted.
 */
export async function forEachChunk(
  imageCount: number,
  { signal, onProgress }: Pick<StepRun, 'signal' | 'onProgress'>,
  work: (start: number, end: number) => void | Promise<void>,
): Promise<void> {
  const checkpoint = createCheckpoint(signal);
  const report = (completed: number) =>
    reportProgress(onProgress, { stage: 'transform', completed, total: imageCount, unit: 'images' });
  let start = 0;
  do {
    report(start);
    await checkpoint();
    const end = Math.min(start + CHUNK, imageCount);
    await work(start, end);
    start = end;
  } while (start < imageCount);
  report(imageCount);
}
