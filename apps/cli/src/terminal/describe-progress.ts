import type { ProgressEvent } from '@fashion-mnist/core';
import { describeTimeLeft } from './time-left.ts';

const BAR_WIDTH = 16;

/**
 * An event as a bar, a percentage, what is done to what and, for bytes, how fast.
 *
 * @param secondsLeft - If that can be told.
 */
export function describeProgress(
  { stage, completed, total, unit, rate, detail }: ProgressEvent,
  secondsLeft?: number,
): string {
  const share = total > 0 ? Math.min(completed / total, 1) : 0;
  const filled = Math.round(share * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const speed = rate !== undefined && unit === 'bytes' ? `${(rate / 1e6).toFixed(1)} MB/s` : undefined;
  const left = secondsLeft === undefined ? undefined : describeTimeLeft(secondsLeft);
  return [bar, percent, stage, detail, speed, left].filter((part) => part !== undefined).join(' ');
}
