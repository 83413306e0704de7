import { either, flag, type OptionRules, orNull, whole } from '@fashion-mnist/core';
import { type ClassWeight, classWeightRule } from '../options/class-weight.ts';
import {
  type Count,
  counted,
  type Fraction,
  fraction,
  type MaxFeatures,
  maxFeaturesRule,
} from '../options/share-rules.ts';
import { TREE_RULES, TREE_WEIGHT, type TreeOptions } from './tree-options.ts';

/** Options of `RandomForestClassifier`, by scikit-learn's names and defaults. */
export interface RandomForestClassifierOptions extends TreeOptions {
  /** How many trees. @default 100 */
  readonly nEstimators?: number | undefined;
  /** How many features a node draws to choose from; null for all. @default 'sqrt' */
  readonly maxFeatures?: MaxFeatures | null | undefined;
  /** Whether each tree learns from samples drawn with replacement, else from all. @default true */
  readonly bootstrap?: boolean | undefined;
  /** Whether to score each sample by the trees that have not learned from it; needs `bootstrap`. @default false */
  readonly oobScore?: boolean | undefined;
  /** How many samples a tree draws; needs `bootstrap`. @default null - as many as there are */
  readonly maxSamples?: Count | Fraction | null | undefined;
  /**
   * What each label counts; `'balanced'`: such that all labels weigh the same, `'balancedSubsample'`: among the samples
   * of each tree. @default null - all the same
   */
  readonly classWeight?: ClassWeight | 'balancedSubsample' | null | undefined;
}

export const FOREST_RULES: OptionRules<RandomForestClassifierOptions> = {
  ...TREE_RULES,
  nEstimators: whole(100, { min: 1 }),
  maxFeatures: maxFeaturesRule('sqrt'),
  bootstrap: flag(true),
  oobScore: flag(false),
  maxSamples: orNull(either(counted('samples'), fraction({ max: 1 }))),
  classWeight: classWeightRule(['balanced', 'balancedSubsample'], TREE_WEIGHT),
};
