/** In the order in which the kernel numbers them. */
export const LOSSES = [
  'hinge',
  'squaredHinge',
  'logLoss',
  'modifiedHuber',
  'squaredError',
  'huber',
  'epsilonInsensitive',
  'squaredEpsilonInsensitive',
] as const;

/** In the order in which the kernel numbers them. */
export const SCHEDULES = [
  'asItStands',
  'optimal',
  'invscaling',
  'passiveAggressive1',
  'passiveAggressive2',
] as const;

/** How each problem, one class against the rest, takes a step. */
export interface LearningRule {
  readonly loss: (typeof LOSSES)[number];
  /** The margin of the hinge losses, or epsilon. */
  readonly lossParameter: number;
  readonly schedule: (typeof SCHEDULES)[number];
  /** The offset of `optimal`, the power of `invscaling`, the aggressiveness of the passive-aggressive ones. */
  readonly scheduleParameter: number;
  readonly initialRate: number;
  /** Whether a rate that no longer helps is divided by 5 before learning ends. */
  readonly isAdaptive: boolean;
  readonly penalty: Penalty;
  /** The first step that counts for the mean of the weights, which is then the model; 0 for none. */
  readonly averageFrom: number;
}

export interface Penalty {
  readonly alpha: number;
  readonly l2: number;
  readonly l1: number;
}

/** A penalty of the strength `alpha`. */
export function penaltyOf(kind: 'l2' | 'l1' | 'elasticnet' | null, alpha: number, l1Ratio: number): Penalty {
  if (kind === null) return { alpha, l2: 0, l1: 0 };
  const share = { l2: 0, l1: 1, elasticnet: l1Ratio }[kind];
  return { alpha, l2: (1 - share) * alpha, l1: share * alpha };
}

/** The offset with which the first rate is the size that weights are expected to have. @see Bottou 2012, section 5.2 */
export function optimalOffset(alpha: number): number {
  const typicalWeight = Math.sqrt(1 / Math.sqrt(alpha));
  return 1 / (typicalWeight * alpha);
}
