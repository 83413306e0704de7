import { type OptionRules, oneOf, orNull, type ResolvedOptions, real, whole } from '@fashion-mnist/core';
import { type Fraction, type MaxFeatures, maxFeaturesRule, samplesRule } from '../options/share-rules.ts';

/** Options of `GradientBoostingClassifier`, by scikit-learn's names and defaults. */
export interface GradientBoostingClassifierOptions {
  /** What is made small; `'exponential'` is for two classes, and is AdaBoost's. @default 'logLoss' */
  readonly loss?: 'logLoss' | 'exponential' | undefined;
  /** What the trees' leaves are multiplied by, at least 0. @default 0.1 */
  readonly learningRate?: number | undefined;
  /** Rounds, at least 1; each adds a tree per class, of two classes one. @default 100 */
  readonly nEstimators?: number | undefined;
  /** Share of the samples that each round's trees see, above 0. @default 1 */
  readonly subsample?: number | undefined;
  /** What splits are judged by; both choose alike, and measure `minImpurityDecrease` differently. @default 'friedmanMse' */
  readonly criterion?: 'friedmanMse' | 'squaredError' | undefined;
  /** Samples of a node that is split, at least 2; or a share of all. @default 2 */
  readonly minSamplesSplit?: number | Fraction | undefined;
  /** Samples of a leaf, at least 1; or a share of all. @default 1 */
  readonly minSamplesLeaf?: number | Fraction | undefined;
  /** Share of all weight that a leaf has at least, `0..0.5`. @default 0 */
  readonly minWeightFractionLeaf?: number | undefined;
  /** Levels of a tree, at least 1; `null`: no limit. @default 3 */
  readonly maxDepth?: number | null | undefined;
  /** How much a split improves at least. @default 0 */
  readonly minImpurityDecrease?: number | undefined;
  /** Features that each split is chosen from; `null`: all. @default null */
  readonly maxFeatures?: MaxFeatures | null | undefined;
  /** Leaves of a tree, at least 2, the best splits first; `null`: no limit. @default null */
  readonly maxLeafNodes?: number | null | undefined;
  /** Whether scores begin with the shares of the classes or with 0. @default 'prior' */
  readonly init?: 'prior' | 'zero' | undefined;
  /** Share of the samples held out, where `nIterNoChange` is a number. @default 0.1 */
  readonly validationFraction?: number | undefined;
  /** Stops when so many rounds did not lower the loss of held-out samples; `null`: never. @default null */
  readonly nIterNoChange?: number | null | undefined;
  /** By how much the loss must fall to count. @default 1e-4 */
  readonly tol?: number | undefined;
}

export const GRADIENT_BOOSTING_RULES: OptionRules<GradientBoostingClassifierOptions> = {
  loss: oneOf('logLoss', ['logLoss', 'exponential']),
  learningRate: real(0.1, { min: 0 }),
  nEstimators: whole(100, { min: 1 }),
  subsample: real(1, { above: 0, max: 1 }),
  criterion: oneOf('friedmanMse', ['friedmanMse', 'squaredError']),
  minSamplesSplit: samplesRule(2, { max: 1 }),
  minSamplesLeaf: samplesRule(1, { below: 1 }),
  minWeightFractionLeaf: real(0, { min: 0, max: 0.5 }),
  maxDepth: orNull(whole(3, { min: 1 }), 3),
  minImpurityDecrease: real(0, { min: 0 }),
  maxFeatures: maxFeaturesRule(null),
  maxLeafNodes: orNull(whole(2, { min: 2 })),
  init: oneOf('prior', ['prior', 'zero']),
  validationFraction: real(0.1, { above: 0, below: 1 }),
  nIterNoChange: orNull(whole(1, { min: 1 })),
  tol: real(1e-4, { min: 0 }),
};

export type ResolvedGradientBoosting = ResolvedOptions<GradientBoostingClassifierOptions>;
