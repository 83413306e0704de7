import { type OptionRules, oneOf, real, whole } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** Between which rates the schedule `cyclical` goes, and how often. */
export interface CyclicalOptions {
  /** The least learning rate, above 0. @default 0.001 */
  readonly minRate?: number | undefined;
  /** The greatest one. @default 0.01 */
  readonly maxRate?: number | undefined;
  /** How often it rises and falls in the whole training. @default 4 */
  readonly cycles?: number | undefined;
  /** Whether all cycles are alike, or each rises half as high as the one before. @default 'triangular' */
  readonly shape?: 'triangular' | 'halving' | undefined;
}

/** What `cyclical` gives; JSON can say it. */
export interface CyclicalSchedule {
  readonly kind: 'cyclical';
  readonly minRate: number;
  readonly maxRate: number;
  readonly cycles: number;
  readonly shape: 'triangular' | 'halving';
}

const RULES: OptionRules<CyclicalOptions> = {
  minRate: real(1e-3, { above: 0 }),
  maxRate: real(1e-2, { above: 0 }),
  cycles: whole(4, { min: 1 }),
  shape: oneOf('triangular', ['triangular', 'halving']),
};

/**
 * A learning rate that rises and falls in straight lines, again and again.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.CyclicLR.html - the same rates as with
 *   `triangular` and `triangular2`
 * @see Smith 2017, "Cyclical learning rates for training neural networks"
 */
export function cyclical(options: CyclicalOptions = {}): CyclicalSchedule {
  return Object.freeze({ kind: 'cyclical', ...resolveOptions('cyclical', RULES, options) });
}

export function cyclicalRate(
  { minRate, maxRate, cycles, shape }: CyclicalSchedule,
  step: number,
  stepCount: number,
): number {
  const cyclesDone = (step * cycles) / stepCount;
  const cycle = Math.floor(cyclesDone);
  const height = 1 - Math.abs(2 * (cyclesDone - cycle) - 1);
  return minRate + (maxRate - minRate) * height * (shape === 'halving' ? 0.5 ** cycle : 1);
}
