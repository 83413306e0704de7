import type { EpochReport, Score, TrainingProgress } from '@fashion-mnist/models/deep';
import { formatCount } from '../terminal/format.ts';
import { sparkline } from '../terminal/sparkline.ts';
import { describeTimeLeft } from '../terminal/time-left.ts';

/** How many characters a bar has that is made of the losses so far. */
export const TRAIL_WIDTH = 16;

/**
 * A step of a training as a line that moves: a bar whose heights are the losses so far, and figures, as many as fit.
 *
 * @param means - Of the loss, `TRAIL_WIDTH` of them.
 */
export function describeStep(
  { epoch, completed, total, rate, secondsLeft, ...score }: TrainingProgress,
  { epochs, means, width }: { epochs: number; means: readonly (number | undefined)[]; width: number },
): string {
  const share = total > 0 ? completed / total : 0;
  const filled = Math.min(Math.ceil(share * TRAIL_WIDTH), TRAIL_WIDTH);
  const bar = sparkline(means.slice(0, filled)) + '░'.repeat(TRAIL_WIDTH - filled);
  const parts = [
    `${bar} ${`${Math.floor(share * 100)} %`.padStart(5)} epoch ${epoch}/${epochs}`,
    describeScore(score),
    secondsLeft === undefined ? '' : describeTimeLeft(secondsLeft),
    rate === undefined ? '' : describeRate(rate),
  ].filter((part) => part !== '');
  while (parts.length > 1 && parts.join(', ').length > width) parts.pop();
  return parts.join(', ');
}

/** An epoch as a line that stays. */
export function describeEpoch(
  { epoch, validation, ...score }: Pick<EpochReport, 'epoch' | 'validation' | keyof Score>,
  { epochs, rate }: { readonly epochs: number; readonly rate: number | undefined },
): string {
  const parts = [
    describeScore(score),
    ...(validation === null ? [] : [`held out: ${describeScore(validation)}`]),
    ...(rate === undefined ? [] : [describeRate(rate)]),
  ];
  return `epoch ${epoch} of ${epochs}: ${parts.join('; ')}`;
}

function describeScore({ loss, accuracy }: Score): string {
  return accuracy === null
    ? `loss ${loss.toFixed(4)}`
    : `loss ${loss.toFixed(4)}, accuracy ${accuracy.toFixed(4)}`;
}

function describeRate(imagesPerSecond: number): string {
  return `${formatCount(Math.round(imagesPerSecond))} images/s`;
}
