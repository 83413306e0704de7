import type { OptionRules, ResolvedOptions } from '@fashion-mnist/core';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import type { Estimator } from '../estimator.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { Features } from '../samples/features.ts';
import { type FittedTree, fitTree, restoreTree } from './single-tree.ts';
import { type SingleTreeOptions, singleTreeRules } from './tree-options.ts';

/** Options of `DecisionTreeClassifier`, by scikit-learn's names and defaults. */
export interface DecisionTreeClassifierOptions extends SingleTreeOptions {
  /** Whether a feature is split at its best threshold, or at one drawn at random. @default 'best' */
  readonly splitter?: 'best' | 'random' | undefined;
  /** How many features a node draws to choose from; null for all. @default null */
  readonly maxFeatures?: SingleTreeOptions['maxFeatures'];
}

/** A fitted `DecisionTreeClassifier`: one tree, and what each feature contributes. */
export type FittedDecisionTreeClassifier = FittedTree;

const NAME = 'DecisionTreeClassifier';

const RULES: OptionRules<DecisionTreeClassifierOptions> = singleTreeRules('best', null);

/**
 * Asks one feature after the other: each node splits its samples where that lowers the impurity most.
 *
 * @remarks All boundaries between values are tried. Of equally good splits the first one is taken, the features of a
 *   node in an order that the seed decides, so that another seed may give another tree. The same bytes on any number of
 *   threads, in Node and in browsers. With bytes as features, at most 16 classes and whole weights the counts of all
 *   values are exact and fast; other input is sorted node by node.
 *   A node of one class is a leaf, also where scikit-learn finds it impure by rounding of real weights; and values less
 *   than 1e-7 apart are told apart.
 * @see sklearn.tree.DecisionTreeClassifier
 */
export class DecisionTreeClassifier implements Classifier<FittedDecisionTreeClassifier> {
  readonly options: ResolvedOptions<DecisionTreeClassifierOptions>;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: DecisionTreeClassifierOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed. Bytes, scaled or not, are fastest.
   * @param y - One label per sample; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - more than 16,384 classes; `E_OPTION` - weights of
   *   labels that do not occur.
   * @throws the signal's reason, when aborted.
   */
  fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedDecisionTreeClassifier> {
    return fitTree(NAME, this.options, x, y, run);
  }
}

/** For programs that choose a classifier at run time. */
export const decisionTreeEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new DecisionTreeClassifier(options),
  async restore(state) {
    const options = resolveOptions(NAME, RULES, state.options as DecisionTreeClassifierOptions);
    return restoreTree(NAME, options, state);
  },
};
