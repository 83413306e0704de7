import {
  either,
  flag,
  type OptionRules,
  oneOf,
  orNull,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';

/** Options of `HistGradientBoostingClassifier`, by scikit-learn's names and defaults. */
export interface HistGradientBoostingClassifierOptions {
  /** What is made small. @default 'logLoss' */
  readonly loss?: 'logLoss' | undefined;
  /** What the trees' leaves are multiplied by, above 0. @default 0.1 */
  readonly learningRate?: number | undefined;
  /** Rounds, at least 1; each adds a tree per class, of two classes one. @default 100 */
  readonly maxIter?: number | undefined;
  /** Leaves of a tree, at least 2, the best splits first; `null`: no limit. @default 31 */
  readonly maxLeafNodes?: number | null | undefined;
  /** Levels of a tree, at least 1; `null`: no limit. @default null */
  readonly maxDepth?: number | null | undefined;
  /** Samples of a leaf, at least 1. @default 20 */
  readonly minSamplesLeaf?: number | undefined;
  /** Penalty of squared leaves, at least 0. @default 0 */
  readonly l2Regularization?: number | undefined;
  /** Share of the features that each split is chosen from, above 0. As in scikit-learn from 1.4 on. @default 1 */
  readonly maxFeatures?: number | undefined;
  /** Bins of a feature, `2..255`. @default 255 */
  readonly maxBins?: number | undefined;
  /** Whether to stop when the loss falls no more; `'auto'`: with more than 10,000 samples. @default 'auto' */
  readonly earlyStopping?: 'auto' | boolean | undefined;
  /** Share of the samples held out to watch the loss of; `null`: the samples learnt from are watched. @default 0.1 */
  readonly validationFraction?: number | null | undefined;
  /** Rounds that may pass without a better loss, at least 1. @default 10 */
  readonly nIterNoChange?: number | undefined;
  /** By how much the loss must fall to count. @default 1e-7 */
  readonly tol?: number | undefined;
}

export const HIST_GRADIENT_BOOSTING_RULES: OptionRules<HistGradientBoostingClassifierOptions> = {
  loss: oneOf('logLoss', ['logLoss']),
  learningRate: real(0.1, { above: 0 }),
  maxIter: whole(100, { min: 1 }),
  maxLeafNodes: orNull(whole(31, { min: 2 }), 31),
  maxDepth: orNull(whole(1, { min: 1 })),
  minSamplesLeaf: whole(20, { min: 1 }),
  l2Regularization: real(0, { min: 0 }),
  maxFeatures: real(1, { above: 0, max: 1 }),
  maxBins: whole(255, { min: 2, max: 255 }),
  earlyStopping: either(oneOf('auto', ['auto']), flag(false)),
  validationFraction: orNull(real(0.1, { above: 0, below: 1 }), 0.1),
  nIterNoChange: whole(10, { min: 1 }),
  tol: real(1e-7, { min: 0 }),
};

export type ResolvedHistGradientBoosting = ResolvedOptions<HistGradientBoostingClassifierOptions>;
