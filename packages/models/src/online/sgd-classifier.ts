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
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { Features } from '../samples/features.ts';
import { fitOnline, restoreOnline } from './fit-online.ts';
import type { FittedOnlineClassifier } from './fitted-online-classifier.ts';
import { type LearningRule, LOSSES, optimalOffset, penaltyOf } from './learning-rule.ts';
import { ONLINE_RULES, type OnlineOptions } from './online-options.ts';
import type { ProbabilityRule } from './probabilities.ts';

type SGDLoss = LearningRule['loss'] | 'perceptron';

/** Options of `SGDClassifier`, by scikit-learn's names and defaults. */
export interface SGDClassifierOptions extends OnlineOptions {
  /** What is made small. `perceptron` is the hinge loss with the margin 0; the last five are made for regression. @default 'hinge' */
  readonly loss?: SGDLoss | undefined;
  /** What keeps the weights small. @default 'l2' */
  readonly penalty?: 'l2' | 'l1' | 'elasticnet' | null | undefined;
  /** Strength of the penalty, at least 0; it also sets the `optimal` rate. @default 1e-4 */
  readonly alpha?: number | undefined;
  /** Share of the L1 penalty in `elasticnet`, `0..1`. @default 0.15 */
  readonly l1Ratio?: number | undefined;
  /** Width of what `huber` squares and the epsilon-insensitive losses ignore, at least 0. @default 0.1 */
  readonly epsilon?: number | undefined;
  /** `eta0` throughout; `1 / (alpha * (t + t0))`; `eta0 / t^powerT`; or `eta0`, divided by 5 whenever learning halts. @default 'optimal' */
  readonly learningRate?: 'optimal' | 'constant' | 'invscaling' | 'adaptive' | undefined;
  /** The first rate, above 0 unless the rate is `optimal`. @default 0 */
  readonly eta0?: number | undefined;
  /** The exponent of `invscaling`. @default 0.5 */
  readonly powerT?: number | undefined;
  /** Whether the model is the mean of the weights over all steps, or over those from a step on. @default false */
  readonly average?: boolean | number | undefined;
}

const NAME = 'SGDClassifier';

const RULES: OptionRules<SGDClassifierOptions> = {
  loss: oneOf('hinge', [...LOSSES, 'perceptron']),
  penalty: orNull(oneOf('l2', ['l2', 'l1', 'elasticnet']), 'l2'),
  alpha: real(1e-4, { min: 0 }),
  l1Ratio: real(0.15, { min: 0, max: 1 }),
  epsilon: real(0.1, { min: 0 }),
  learningRate: oneOf('optimal', ['optimal', 'constant', 'invscaling', 'adaptive']),
  eta0: real(0, { min: 0 }),
  powerT: real(0.5),
  average: either(flag(false), whole(0, { min: 0 })),
  ...ONLINE_RULES,
};

type Options = ResolvedOptions<SGDClassifierOptions>;

/**
 * A linear classifier that learns by stochastic gradient descent, each class against the rest.
 *
 * @remarks The penalties, rates, averages and stopping criteria are scikit-learn's; weights are float32. In every pass
 *   all classes see the samples in the same order, where scikit-learn shuffles for each. With `earlyStopping` the weights
 *   that are judged are those of the model; scikit-learn 1.2.1 judges them without their common factor.
 * @see sklearn.linear_model.SGDClassifier
 */
export class SGDClassifier implements Classifier<FittedOnlineClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown, outside its range, or does not go with another one. */
  constructor(options: SGDClassifierOptions = {}) {
    this.options = resolveSGDOptions(options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed. Features of unit variance learn best; scaled bytes are fastest.
   * @param y - One label per sample, at least two different ones; borrowed.
   * @param run.seed - Decides the order of the samples, and which are kept for validation.
   * @returns A model with `predictProba` where the loss is `logLoss` or `modifiedHuber`.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE` - input, or weights that grow beyond all bounds; `E_LABELS` - one class
   *   only, or too few samples for `earlyStopping`; `E_OPTION` - a weight for a label that does not occur.
   * @throws the signal's reason, when aborted.
   */
  fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedOnlineClassifier> {
    const { options } = this;
    const estimator = {
      name: NAME,
      options,
      rule: ruleOf(options),
      probabilityRule: probabilityRuleOf(options),
    };
    return fitOnline(estimator, x, y, run);
  }
}

/** For programs that choose a classifier at run time. */
export const sgdEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new SGDClassifier(options),
  async restore(state) {
    const options = resolveSGDOptions(state.options);
    return restoreOnline({ name: NAME, options, probabilityRule: probabilityRuleOf(options) }, state);
  },
};

function resolveSGDOptions(options: SGDClassifierOptions): Options {
  const resolved = resolveOptions(NAME, RULES, options);
  const { learningRate, eta0, alpha } = resolved;
  if (learningRate !== 'optimal' && eta0 === 0)
    throw new ModelsError(
      'E_OPTION',
      `${NAME}.eta0: expected a number > 0 with the learningRate '${learningRate}', got 0`,
    );
  if (learningRate === 'optimal' && alpha === 0)
    throw new ModelsError(
      'E_OPTION',
      `${NAME}.alpha: expected a number > 0 with the learningRate 'optimal', got 0`,
    );
  return resolved;
}

function ruleOf(options: Options): LearningRule {
  const { loss, epsilon, learningRate, penalty, alpha, l1Ratio, eta0, powerT, average } = options;
  const margins: Partial<Record<SGDLoss, number>> = { hinge: 1, squaredHinge: 1, perceptron: 0 };
  return {
    loss: loss === 'perceptron' ? 'hinge' : loss,
    lossParameter: margins[loss] ?? epsilon,
    schedule: learningRate === 'constant' || learningRate === 'adaptive' ? 'asItStands' : learningRate,
    scheduleParameter: learningRate === 'optimal' ? optimalOffset(alpha) : powerT,
    initialRate: eta0,
    isAdaptive: learningRate === 'adaptive',
    penalty: penaltyOf(penalty, alpha, l1Ratio),
    averageFrom: Number(average),
  };
}

function probabilityRuleOf({ loss }: Options): ProbabilityRule | undefined {
  if (loss === 'logLoss') return 'logistic';
  return loss === 'modifiedHuber' ? 'clipped' : undefined;
}
