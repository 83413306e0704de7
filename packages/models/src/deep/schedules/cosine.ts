import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';
import { cosineBetween, linearBetween } from './between.ts';

/** From where to where the rate of the schedule `cosine` goes. */
export interface CosineOptions {
  /** The greatest learning rate, above 0. @default 0.1 */
  readonly rate?: number | undefined;
  /** The rate that it falls to. @default 0 */
  readonly minRate?: number | undefined;
  /** The share of the steps in which the rate rises from 0 in a straight line, `0 <= x < 1`. @default 0 */
  readonly warmup?: number | undefined;
}

/** What `cosine` gives; JSON can say it. */
export interface CosineSchedule {
  readonly kind: 'cosine';
  readonly rate: number;
  readonly minRate: number;
  readonly warmup: number;
}

const RULES: OptionRules<CosineOptions> = {
  rate: real(0.1, { above: 0 }),
  minRate: real(0, { min: 0 }),
  warmup: real(0, { min: 0, below: 1 }),
};

/**
 * A learning rate that falls along half a cosine, without restarts.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html - the same rates, with
 *   `T_max` the number of steps
 */
export function cosine(options: CosineOptions = {}): CosineSchedule {
  return Object.freeze({ kind: 'cosine', ...resolveOptions('cosine', RULES, options) });
}

export function cosineRate(
  { rate, minRate, warmup }: CosineSchedule,
  step: number,
  stepCount: number,
): number {
  const warmupSteps = Math.floor(warmup * stepCount);
  if (step < warmupSteps) return linearBetween(0, rate, (step + 1) / warmupSteps);
  return cosineBetween(rate, minRate, (step - warmupSteps) / (stepCount - warmupSteps));
}
