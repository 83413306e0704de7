import { type OptionRule, type OptionRules, oneOf, orNull, real, whole } from '@fashion-mnist/core';
import { type ClassWeight, classWeightRule } from '../options/class-weight.ts';
import { type Fraction, type MaxFeatures, maxFeaturesRule, samplesRule } from '../options/share-rules.ts';

/** What trees of every kind are told. */
export interface TreeOptions {
  /** What a split is to lower: the Gini impurity, or the entropy, of which the log loss is another name. @default 'gini' */
  readonly criterion?: 'gini' | 'entropy' | 'logLoss' | undefined;
  /** The greatest distance from the root to a leaf. @default null - no limit */
  readonly maxDepth?: number | null | undefined;
  /** The least number of samples that a node is split for, or that share of all. @default 2 */
  readonly minSamplesSplit?: number | Fraction | undefined;
  /** The least number of samples in a leaf, or that share of all. @default 1 */
  readonly minSamplesLeaf?: number | Fraction | undefined;
  /** The least share of all weight in a leaf, `0..0.5`. @default 0 */
  readonly minWeightFractionLeaf?: number | undefined;
  /** The most leaves; those splits are kept that lower the impurity most. @default null - no limit */
  readonly maxLeafNodes?: number | null | undefined;
  /** By how much a split must lower the impurity, times the node's share of all weight. @default 0 */
  readonly minImpurityDecrease?: number | undefined;
  /** By how much a leaf must lower the impurity, or it is pruned away: minimal cost-complexity pruning. @default 0 */
  readonly ccpAlpha?: number | undefined;
}

/** What else a single tree is told. */
export interface SingleTreeOptions extends TreeOptions {
  /** Whether a feature is split at its best threshold, or at one drawn at random. */
  readonly splitter?: 'best' | 'random' | undefined;
  /** How many features a node draws to choose from; null for all. */
  readonly maxFeatures?: MaxFeatures | null | undefined;
  /** What each label counts; `'balanced'`: such that all labels weigh the same. @default null - all the same */
  readonly classWeight?: ClassWeight | null | undefined;
}

/** A class may count nothing. */
export const TREE_WEIGHT: OptionRule<number> = real(1, { min: 0 });

export const TREE_RULES: OptionRules<TreeOptions> = {
  criterion: oneOf('gini', ['gini', 'entropy', 'logLoss']),
  maxDepth: orNull(whole(1, { min: 1 })),
  minSamplesSplit: samplesRule(2, { max: 1 }),
  minSamplesLeaf: samplesRule(1, { below: 1 }),
  minWeightFractionLeaf: real(0, { min: 0, max: 0.5 }),
  maxLeafNodes: orNull(whole(2, { min: 2 })),
  minImpurityDecrease: real(0, { min: 0 }),
  ccpAlpha: real(0, { min: 0 }),
};

/** The rules of a single tree, by the two defaults in which they differ. */
export function singleTreeRules(
  splitter: 'best' | 'random',
  maxFeatures: MaxFeatures | null,
): OptionRules<SingleTreeOptions> {
  return {
    ...TREE_RULES,
    splitter: oneOf(splitter, ['best', 'random']),
    maxFeatures: maxFeaturesRule(maxFeatures),
    classWeight: classWeightRule(['balanced'], TREE_WEIGHT),
  };
}
