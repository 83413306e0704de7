import { ModelsError } from '@fashion-mnist/models';
import type { TrainingProgress } from '@fashion-mnist/models/deep';
import { InterruptedError } from '../interrupted-error.ts';
import { UsageError } from '../usage-error.ts';
import type { CheckpointStore } from './checkpoint-store.ts';

export interface EndedTraining {
  /** What was told last. */
  readonly latest: TrainingProgress | undefined;
  readonly epochs: number;
  readonly store: CheckpointStore | undefined;
  readonly isInterrupted: boolean;
}

/** What ended a training, in the words of the command: how it can go on, which option would help. */
export function endOfTraining(
  error: unknown,
  { latest, epochs, store, isInterrupted }: EndedTraining,
): unknown {
  if (isInterrupted) return interruption(latest, epochs, store);
  if (!(error instanceof ModelsError)) return error;
  if (error.code === 'E_CHECKPOINT')
    return new UsageError(`--resume: ${store?.path}: ${error.message}`, { cause: error });
  if (error.code === 'E_DIVERGED')
    return new ModelsError(
      'E_DIVERGED',
      error.message.replace(/; try .*$/, '; try a smaller --learning-rate'),
      {
        cause: error,
      },
    );
  return error;
}

function interruption(
  latest: TrainingProgress | undefined,
  epochs: number,
  store: CheckpointStore | undefined,
): InterruptedError {
  const place = latest === undefined ? 'before its first batch' : `in epoch ${latest.epoch} of ${epochs}`;
  const path = store?.isKept === true ? store.path : null;
  const lines =
    path === null
      ? [
          `interrupted ${place}: nothing was kept${store === undefined ? '; --out or --checkpoint would' : ''}`,
        ]
      : [`interrupted ${place}: wrote ${path}`, 'the same command with --resume goes on from there'];
  return new InterruptedError('interrupted', {
    lines,
    fields: { checkpoint: path, epoch: latest?.epoch ?? null, epochs },
  });
}
