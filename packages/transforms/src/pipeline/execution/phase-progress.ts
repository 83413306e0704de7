import { type ProgressListener, reportProgress } from '@fashion-mnist/core';

/**
 * One progress for all phases: each of them is an equal part of the way of all images.
 *
 * @returns The listener of a phase, by its place.
 */
export function phaseProgress(
  onProgress: ProgressListener | undefined,
  imageCount: number,
  phaseCount: number,
): (phase: number) => ProgressListener | undefined {
  if (onProgress === undefined) return () => undefined;
  let reported = -1;
  return (phase) =>
    ({ completed, total }) => {
      const done = Math.floor((imageCount * (phase * total + completed)) / (phaseCount * Math.max(total, 1)));
      if (done <= reported) return;
      reported = done;
      reportProgress(onProgress, { stage: 'transform', completed: done, total: imageCount, unit: 'images' });
    };
}
