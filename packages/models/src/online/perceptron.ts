import { type OptionRules, oneOf, orNull, type ResolvedOptions, real } from '@fashion-mnist/core';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { Features } from '../samples/features.ts';
import { fitOnline, restoreOnline } from './fit-online.ts';
import type { FittedOnlineClassifier } from './fitted-online-classifier.ts';
import { type LearningRule, penaltyOf } from './learning-rule.ts';
import { ONLINE_RULES, type OnlineOptions } from './online-options.ts';

/** Options of `Perceptron`, by scikit-learn's names and defaults. */
export interface PerceptronOptions extends OnlineOptions {
  /** What keeps the weights small. @default null */
  readonly penalty?: 'l2' | 'l1' | 'elasticnet' | null | undefined;
  /** Strength of the penalty, at least 0. @default 1e-4 */
  readonly alpha?: number | undefined;
  /** Share of the L1 penalty in `elasticnet`, `0..1`. @default 0.15 */
  readonly l1Ratio?: number | undefined;
  /** The factor of every update, above 0. @default 1 */
  readonly eta0?: number | undefined;
}

const NAME = 'Perceptron';

const RULES: OptionRules<PerceptronOptions> = {
  penalty: orNull(oneOf('l2', ['l2', 'l1', 'elasticnet'])),
  alpha: real(1e-4, { min: 0 }),
  l1Ratio: real(0.15, { min: 0, max: 1 }),
  eta0: real(1, { above: 0 }),
  ...ONLINE_RULES,
};

type Options = ResolvedOptions<PerceptronOptions>;

/**
 * A linear classifier that learns from its mistakes only, each class against the rest.
 *
 * @remarks The same as `SGDClassifier` with the loss `perceptron` and a constant rate.
 * @see sklearn.linear_model.Perceptron; Rosenblatt 1958
 */
export class Perceptron implements Classifier<FittedOnlineClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: PerceptronOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed. Scaled bytes are fastest.
   * @param y - One label per sample, at least two different ones; borrowed.
   * @param run.seed - Decides the order of the samples, and which are kept for validation.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE` - input, or weights that grow beyond all bounds; `E_LABELS` - one class
   *   only, or too few samples for `earlyStopping`; `E_OPTION` - a weight for a label that does not occur.
   * @throws the signal's reason, when aborted.
   */
  fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedOnlineClassifier> {
    const { options } = this;
    const estimator = { name: NAME, options, rule: ruleOf(options), probabilityRule: undefined };
    return fitOnline(estimator, x, y, run);
  }
}

/** For programs that choose a classifier at run time. */
export const perceptronEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new Perceptron(options),
  async restore(state) {
    const options = resolveOptions(NAME, RULES, state.options as PerceptronOptions);
    return restoreOnline({ name: NAME, options, probabilityRule: undefined }, state);
  },
};

function ruleOf({ penalty, alpha, l1Ratio, eta0 }: Options): LearningRule {
  return {
    loss: 'hinge',
    lossParameter: 0,
    schedule: 'asItStands',
    scheduleParameter: 0,
    initialRate: eta0,
    isAdaptive: false,
    penalty: penaltyOf(penalty, alpha, l1Ratio),
    averageFrom: 0,
  };
}
