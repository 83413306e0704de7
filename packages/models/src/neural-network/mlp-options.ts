import {
  either,
  flag,
  listOf,
  type OptionRules,
  oneOf,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';

/** What a hidden unit makes of its weighted sum. */
export type Activation = 'identity' | 'logistic' | 'tanh' | 'relu';

/** Options of `MLPClassifier`, by scikit-learn's names and defaults. */
export interface MLPClassifierOptions {
  /** Units of each hidden layer; none for a linear model. @default [100] */
  readonly hiddenLayerSizes?: readonly number[] | undefined;
  /** Of the hidden layers. @default 'relu' */
  readonly activation?: Activation | undefined;
  /** Adam, gradient descent with momentum, or L-BFGS over all samples at once. @default 'adam' */
  readonly solver?: 'adam' | 'sgd' | 'lbfgs' | undefined;
  /** How much squared weights cost, at least 0. @default 0.0001 */
  readonly alpha?: number | undefined;
  /** Samples of a step; `'auto'` is 200, or all where there are fewer. Not for `lbfgs`. @default 'auto' */
  readonly batchSize?: 'auto' | number | undefined;
  /** How the rate of `sgd` develops: not, with the samples seen, or by a fifth whenever there is no progress. @default 'constant' */
  readonly learningRate?: 'constant' | 'invscaling' | 'adaptive' | undefined;
  /** The first rate of `adam` and `sgd`, above 0. @default 0.001 */
  readonly learningRateInit?: number | undefined;
  /** Power of the samples seen that divides the rate with `invscaling`, at least 0. @default 0.5 */
  readonly powerT?: number | undefined;
  /** The most epochs, or iterations of `lbfgs`; at least 1. @default 200 */
  readonly maxIter?: number | undefined;
  /** Whether every epoch takes the samples in another order. Not for `lbfgs`. @default true */
  readonly shuffle?: boolean | undefined;
  /** An epoch that improves by less counts as none; `lbfgs` stops at gradients of this size. At least 0. @default 0.0001 */
  readonly tol?: number | undefined;
  /** Share of its velocity that `sgd` keeps, `0..1`. @default 0.9 */
  readonly momentum?: number | undefined;
  /** Whether `sgd` looks ahead along its velocity. @default true */
  readonly nesterovsMomentum?: boolean | undefined;
  /** Whether samples are kept aside to see when to stop, and which weights were best. Not for `lbfgs`. @default false */
  readonly earlyStopping?: boolean | undefined;
  /** Share of the samples kept aside, at least 0 and below 1. @default 0.1 */
  readonly validationFraction?: number | undefined;
  /** How long `adam` remembers gradients, at least 0 and below 1. @default 0.9 */
  readonly beta1?: number | undefined;
  /** How long `adam` remembers their squares, at least 0 and below 1. @default 0.999 */
  readonly beta2?: number | undefined;
  /** Keeps `adam` from dividing by 0, above 0. @default 1e-8 */
  readonly epsilon?: number | undefined;
  /** Epochs in a row without progress before `adam` and `sgd` stop, at least 1. @default 10 */
  readonly nIterNoChange?: number | undefined;
  /** The most evaluations of the loss by `lbfgs`, at least 1. @default 15000 */
  readonly maxFun?: number | undefined;
}

export type Options = ResolvedOptions<MLPClassifierOptions>;

export const NAME = 'MLPClassifier';

export const RULES: OptionRules<MLPClassifierOptions> = {
  hiddenLayerSizes: listOf([100], whole(1, { min: 1 })),
  activation: oneOf('relu', ['identity', 'logistic', 'tanh', 'relu']),
  solver: oneOf('adam', ['adam', 'sgd', 'lbfgs']),
  alpha: real(1e-4, { min: 0 }),
  batchSize: either(oneOf('auto', ['auto']), whole(1, { min: 1 })),
  learningRate: oneOf('constant', ['constant', 'invscaling', 'adaptive']),
  learningRateInit: real(1e-3, { above: 0 }),
  powerT: real(0.5, { min: 0 }),
  maxIter: whole(200, { min: 1 }),
  shuffle: flag(true),
  tol: real(1e-4, { min: 0 }),
  momentum: real(0.9, { min: 0, max: 1 }),
  nesterovsMomentum: flag(true),
  earlyStopping: flag(false),
  validationFraction: real(0.1, { min: 0, below: 1 }),
  beta1: real(0.9, { min: 0, below: 1 }),
  beta2: real(0.999, { min: 0, below: 1 }),
  epsilon: real(1e-8, { above: 0 }),
  nIterNoChange: whole(10, { min: 1 }),
  maxFun: whole(15000, { min: 1 }),
};
