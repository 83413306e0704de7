import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** How long the capsules should be that `margin` judges. */
export interface MarginOptions {
  /** The length that the target's capsule should have at least. @default 0.9 */
  readonly presence?: number | undefined;
  /** The length that other capsules should have at most. @default 0.1 */
  readonly absence?: number | undefined;
  /** Weight of the other capsules. @default 0.5 */
  readonly absenceWeight?: number | undefined;
}

/** What `margin` gives; JSON can say it. */
export interface MarginLoss {
  readonly kind: 'margin';
  readonly presence: number;
  readonly absence: number;
  readonly absenceWeight: number;
}

const RULES: OptionRules<MarginOptions> = {
  presence: real(0.9, { min: 0, max: 1 }),
  absence: real(0.1, { min: 0, max: 1 }),
  absenceWeight: real(0.5, { min: 0 }),
};

/**
 * The margin loss of capsules: answers are lengths in 0..1. Summed over classes, mean over the batch.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", equation 4
 */
export function margin(options: MarginOptions = {}): MarginLoss {
  return Object.freeze({ kind: 'margin', ...resolveOptions('margin', RULES, options) });
}
