import {
  either,
  flag,
  type OptionRules,
  oneOf,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { Features } from '../samples/features.ts';
import { refuseSampleWeights } from '../samples/sample-weights.ts';
import { fitOnline, restoreOnline } from './fit-online.ts';
import type { FittedOnlineClassifier } from './fitted-online-classifier.ts';
import { type LearningRule, penaltyOf } from './learning-rule.ts';
import { ONLINE_RULES, type OnlineOptions } from './online-options.ts';

/** Options of `PassiveAggressiveClassifier`, by scikit-learn's names and defaults. */
export interface PassiveAggressiveClassifierOptions extends OnlineOptions {
  /** The largest step, or what tempers it: above 0. @default 1 */
  readonly C?: number | undefined;
  /** `hinge` bounds the steps by `C` (PA-I), `squaredHinge` tempers them (PA-II). @default 'hinge' */
  readonly loss?: 'hinge' | 'squaredHinge' | undefined;
  /** Whether the model is the mean of the weights over all steps, or over those from a step on. @default false */
  readonly average?: boolean | number | undefined;
}

const NAME = 'PassiveAggressiveClassifier';

const RULES: OptionRules<PassiveAggressiveClassifierOptions> = {
  C: real(1, { above: 0 }),
  loss: oneOf('hinge', ['hinge', 'squaredHinge']),
  average: either(flag(false), whole(0, { min: 0 })),
  ...ONLINE_RULES,
};

type Options = ResolvedOptions<PassiveAggressiveClassifierOptions>;

/**
 * A linear classifier that corrects every sample inside the margin by the least step that suffices, each class against
 * the rest.
 *
 * @see sklearn.linear_model.PassiveAggressiveClassifier; Crammer et al. 2006, "Online passive-aggressive algorithms"
 */
export class PassiveAggressiveClassifier implements Classifier<FittedOnlineClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: PassiveAggressiveClassifierOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed. Scaled bytes are fastest.
   * @param y - One label per sample, at least two different ones; borrowed.
   * @param run.seed - Decides the order of the samples, and which are kept for validation.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE` - input, or weights that grow beyond all bounds; `E_LABELS` - one class
   *   only, or too few samples for `earlyStopping`; `E_OPTION` - weights of samples, or of a label that does not occur.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedOnlineClassifier> {
    refuseSampleWeights(NAME, run.sampleWeight);
    const { options } = this;
    const estimator = { name: NAME, options, rule: ruleOf(options), probabilityRule: undefined };
    return fitOnline(estimator, x, y, run);
  }
}

/** For programs that choose a classifier at run time. */
export const passiveAggressiveEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new PassiveAggressiveClassifier(options),
  async restore(state) {
    const options = resolveOptions(NAME, RULES, state.options as PassiveAggressiveClassifierOptions);
    return restoreOnline({ name: NAME, options, probabilityRule: undefined }, state);
  },
};

function ruleOf({ C, loss, average }: Options): LearningRule {
  return {
    loss: 'hinge',
    lossParameter: 1,
    schedule: loss === 'hinge' ? 'passiveAggressive1' : 'passiveAggressive2',
    scheduleParameter: C,
    initialRate: 1,
    isAdaptive: false,
    penalty: penaltyOf(null, 1, 0),
    averageFrom: Number(average),
  };
}
