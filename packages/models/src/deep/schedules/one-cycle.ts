import { flag, type OptionRules, oneOf, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';
import { cosineBetween, linearBetween } from './between.ts';

/** How the rate of the schedule `oneCycle` rises and falls. */
export interface OneCycleOptions {
  /** The greatest learning rate. @default 0.01 */
  readonly maxRate?: number | undefined;
  /** The share of the steps in which the rate rises, `0 < x < 1`. @default 0.3 */
  readonly warmup?: number | undefined;
  /** The first rate is `maxRate / startDivisor`. @default 25 */
  readonly startDivisor?: number | undefined;
  /** The last rate is `maxRate / startDivisor / endDivisor`. @default 10000 */
  readonly endDivisor?: number | undefined;
  /** How the rate moves in between. @default 'cosine' */
  readonly anneal?: 'cosine' | 'linear' | undefined;
  /** Whether the rate falls as long as it has risen, and vanishes after that. @default false */
  readonly threePhase?: boolean | undefined;
}

/** What `oneCycle` gives; JSON can say it. */
export interface OneCycleSchedule {
  readonly kind: 'one-cycle';
  readonly maxRate: number;
  readonly warmup: number;
  readonly startDivisor: number;
  readonly endDivisor: number;
  readonly anneal: 'cosine' | 'linear';
  readonly threePhase: boolean;
}

const RULES: OptionRules<OneCycleOptions> = {
  maxRate: real(0.01, { above: 0 }),
  warmup: real(0.3, { above: 0, below: 1 }),
  startDivisor: real(25, { min: 1 }),
  endDivisor: real(1e4, { min: 1 }),
  anneal: oneOf('cosine', ['cosine', 'linear']),
  threePhase: flag(false),
};

/**
 * A learning rate that rises to its greatest and falls to almost nothing; momentum stays as it is.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.OneCycleLR.html - the same rates
 */
export function oneCycle(options: OneCycleOptions = {}): OneCycleSchedule {
  return Object.freeze({ kind: 'one-cycle', ...resolveOptions('oneCycle', RULES, options) });
}

interface Phase {
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export function oneCycleRate(schedule: OneCycleSchedule, step: number, stepCount: number): number {
  const between = schedule.anneal === 'cosine' ? cosineBetween : linearBetween;
  let begin = 0;
  for (const { end, from, to } of phases(schedule, stepCount)) {
    if (step <= end) return end === begin ? to : between(from, to, (step - begin) / (end - begin));
    begin = end;
  }
  return schedule.maxRate / schedule.startDivisor / schedule.endDivisor;
}

function phases(
  { maxRate, warmup, startDivisor, endDivisor, threePhase }: OneCycleSchedule,
  stepCount: number,
): readonly Phase[] {
  const first = maxRate / startDivisor;
  const last = first / endDivisor;
  const peak = Math.max(0, warmup * stepCount - 1);
  if (!threePhase)
    return [
      { end: peak, from: first, to: maxRate },
      { end: stepCount - 1, from: maxRate, to: last },
    ];
  return [
    { end: peak, from: first, to: maxRate },
    { end: Math.min(Math.max(peak, 2 * warmup * stepCount - 2), stepCount - 1), from: maxRate, to: first },
    { end: stepCount - 1, from: first, to: last },
  ];
}
