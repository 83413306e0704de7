import type { EpochScore } from './training-job.ts';

/** Means over the first images of an epoch. */
export interface RunningMeans extends EpochScore {
  readonly imageCount: number;
}

export const NOTHING_YET: RunningMeans = Object.freeze({ imageCount: 0, loss: 0, accuracy: 0 });

/** Means over the images that came between two moments of an epoch: running means hide how a network learns. */
export function betweenMeans(earlier: RunningMeans, later: RunningMeans): EpochScore {
  const count = later.imageCount - earlier.imageCount;
  const meanOf = (name: keyof EpochScore) =>
    (later[name] * later.imageCount - earlier[name] * earlier.imageCount) / count;
  return { loss: Math.max(0, meanOf('loss')), accuracy: Math.min(1, Math.max(0, meanOf('accuracy'))) };
}
