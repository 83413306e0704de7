import type { TrainingProgress as NetworkProgress } from '@fashion-mnist/models/deep';
import { betweenMeans, NOTHING_YET, type RunningMeans } from './between-means.ts';
import type { TrainingListener } from './training-job.ts';

/** Milliseconds: enough for the eye, little enough for the page. */
const TELL_EVERY = 125;

export interface ProgressTeller {
  learned(event: NetworkProgress): void;
  judged(): void;
}

/** Tells now and then how a training goes. @param imageCount - Of an epoch. @param epochsBefore - Learned earlier. */
export function tellProgress(
  listener: TrainingListener,
  { imageCount, epochsBefore }: { readonly imageCount: number; readonly epochsBefore: number },
): ProgressTeller {
  let toldAt = -Infinity;
  let epoch = 0;
  let told: RunningMeans = NOTHING_YET;
  let share = 0;
  return {
    learned({ stage, completed, total, loss, accuracy, rate, secondsLeft, ...event }) {
      if (stage !== 'train') return;
      if (event.epoch !== epoch) told = NOTHING_YET;
      epoch = event.epoch;
      share = completed / total;
      const inEpoch = completed - (epoch - 1) * imageCount;
      const now = performance.now();
      if (now - toldAt < TELL_EVERY && inEpoch < imageCount) return;
      toldAt = now;
      const means = { imageCount: inEpoch, loss, accuracy: accuracy ?? 0 };
      const place = epochsBefore + (completed + told.imageCount - inEpoch + completed) / (2 * imageCount);
      listener.progress({
        stage: 'train',
        share,
        rate,
        secondsLeft,
        point: { epoch: place, ...betweenMeans(told, means) },
      });
      told = means;
    },
    judged() {
      listener.progress({
        stage: 'judge',
        share,
        rate: undefined,
        secondsLeft: undefined,
        point: undefined,
      });
    },
  };
}
