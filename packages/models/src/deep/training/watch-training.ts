import { type ProgressEvent, reportProgress } from '@fashion-mnist/core';
import type { TrainingRecipe, TrainNetworkOptions } from './training-options.ts';
import type { TrainingProgress } from './training-progress.ts';
import type { TrainingState } from './training-state.ts';

/** What one event tells. */
interface Told {
  readonly loss: number;
  readonly accuracy: number | null;
}

export interface TrainingWatch {
  /** Counts a batch that took some time, to wait for and to train. */
  trained(state: TrainingState, told: Told, images: number, seconds: number): void;
  validated(state: TrainingState, told: Told, completed: number, total: number): void;
  epochDone(state: TrainingState, told: Told): void;
}

/** Tells a listener how a training goes. */
export function watchTraining(
  recipe: TrainingRecipe,
  onProgress: TrainNetworkOptions['onProgress'],
): TrainingWatch {
  const total = recipe.epochs * recipe.batches.imageCount;
  let trainedImages = 0;
  let trainedSeconds = 0;

  function tell(stage: TrainingProgress['stage'], epoch: number, told: Told, count: Counted): void {
    if (onProgress === undefined) return;
    const { rate, ...counted } = count;
    const event: TrainingProgress = {
      stage,
      unit: 'images',
      epoch,
      ...counted,
      ...told,
      ...(rate !== undefined && { rate, secondsLeft: (count.total - count.completed) / rate }),
      detail: detailOf(epoch, recipe.epochs, told),
    };
    reportProgress(onProgress as (event: ProgressEvent) => void, event);
  }

  const imagesDone = ({ epoch, sums }: TrainingState) => epoch * recipe.batches.imageCount + sums.imageCount;

  return {
    trained(state, told, images, seconds) {
      trainedImages += images;
      trainedSeconds += seconds;
      const rate = trainedSeconds > 0 ? trainedImages / trainedSeconds : undefined;
      tell('train', state.epoch + 1, told, { completed: imagesDone(state), total, rate });
    },
    validated: (state, told, completed, of) =>
      tell('validate', state.epoch + 1, told, { completed, total: of, rate: undefined }),
    epochDone: (state, told) =>
      tell('epoch', state.epoch, told, { completed: imagesDone(state), total, rate: undefined }),
  };
}

interface Counted {
  readonly completed: number;
  readonly total: number;
  readonly rate: number | undefined;
}

function detailOf(epoch: number, epochs: number, { loss, accuracy }: Told): string {
  const share = accuracy === null ? '' : `, accuracy ${accuracy.toFixed(4)}`;
  return `epoch ${epoch} of ${epochs}, loss ${loss.toFixed(4)}${share}`;
}
