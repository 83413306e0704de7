import { listOf, type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** When and by how much the rate of the schedule `step` falls. */
export interface StepScheduleOptions {
  /** The first learning rate, above 0. @default 0.1 */
  readonly rate?: number | undefined;
  /** Shares of the steps after which the rate changes, each `0 <= x <= 1`. @default [0.3, 0.6, 0.8] */
  readonly milestones?: readonly number[] | undefined;
  /** What the rate is multiplied by at each, above 0. @default 0.1 */
  readonly factor?: number | undefined;
}

/** What `step` gives; JSON can say it. */
export interface StepSchedule {
  readonly kind: 'step';
  readonly rate: number;
  readonly milestones: readonly number[];
  readonly factor: number;
}

const RULES: OptionRules<StepScheduleOptions> = {
  rate: real(0.1, { above: 0 }),
  milestones: listOf([0.3, 0.6, 0.8], real(0.5, { min: 0, max: 1 })),
  factor: real(0.1, { above: 0 }),
};

/**
 * A learning rate that falls at a few points of the training; `[60, 120, 160]` of 200 epochs are `[0.3, 0.6, 0.8]`.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.lr_scheduler.MultiStepLR.html - the same rates
 */
export function step(options: StepScheduleOptions = {}): StepSchedule {
  const resolved = resolveOptions('step', RULES, options);
  const milestones = Object.freeze([...resolved.milestones]);
  return Object.freeze({ kind: 'step', ...resolved, milestones });
}

export function stepRate({ rate, milestones, factor }: StepSchedule, at: number, stepCount: number): number {
  const passed = milestones.filter((share) => at >= Math.round(share * stepCount));
  return rate * factor ** passed.length;
}
