import { flag, type OptionRules, orNull, type ResolvedOptions, real, whole } from '@fashion-mnist/core';
import { type ClassWeight, classWeightRule } from '../options/class-weight.ts';

/** What all classifiers take that learn from one sample after the other. */
export interface OnlineOptions {
  /** Whether there is an intercept. @default true */
  readonly fitIntercept?: boolean | undefined;
  /** Passes over the samples at most. @default 1000 */
  readonly maxIter?: number | undefined;
  /** A pass improves if the mean loss falls, or the validation score rises, by more than this; `null`: never stop early. @default 1e-3 */
  readonly tol?: number | null | undefined;
  /** Whether every pass has the samples in another order. @default true */
  readonly shuffle?: boolean | undefined;
  /** Whether to stop by the accuracy on samples that are kept from learning. @default false */
  readonly earlyStopping?: boolean | undefined;
  /** Share of the samples for that, between 0 and 1. @default 0.1 */
  readonly validationFraction?: number | undefined;
  /** Passes in a row without improvement that end learning. @default 5 */
  readonly nIterNoChange?: number | undefined;
  /** Weight of each label. @default null */
  readonly classWeight?: ClassWeight | null | undefined;
}

export type ResolvedOnlineOptions = ResolvedOptions<OnlineOptions>;

export const ONLINE_RULES: OptionRules<OnlineOptions> = {
  fitIntercept: flag(true),
  maxIter: whole(1000, { min: 1 }),
  tol: orNull(real(1e-3, { min: 0 }), 1e-3),
  shuffle: flag(true),
  earlyStopping: flag(false),
  validationFraction: real(0.1, { above: 0, below: 1 }),
  nIterNoChange: whole(5, { min: 1 }),
  classWeight: classWeightRule(),
};
