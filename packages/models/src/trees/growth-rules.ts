import type { ResolvedOptions } from '@fashion-mnist/core';
import { type Fraction, featureCountOf, type MaxFeatures, sampleCountOf } from '../options/share-rules.ts';
import type { TreeOptions } from './tree-options.ts';

/** By what a tree is grown, in numbers. */
export interface GrowthRules {
  readonly isEntropy: boolean;
  readonly isRandom: boolean;
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly minWeightFraction: number;
  readonly maxFeatures: number;
}

const UNLIMITED_DEPTH = 2 ** 31 - 1;

export function growthRules(
  options: ResolvedOptions<TreeOptions>,
  splitter: 'best' | 'random',
  maxFeatures: MaxFeatures | null,
  sampleCount: number,
  featureCount: number,
): GrowthRules {
  const minSamplesLeaf = countOf(options.minSamplesLeaf, sampleCount);
  return {
    isEntropy: options.criterion !== 'gini',
    isRandom: splitter === 'random',
    maxDepth: Math.min(options.maxDepth ?? UNLIMITED_DEPTH, UNLIMITED_DEPTH),
    minSamplesSplit: Math.max(2, countOf(options.minSamplesSplit, sampleCount), 2 * minSamplesLeaf),
    minSamplesLeaf,
    minWeightFraction: options.minWeightFractionLeaf,
    maxFeatures: featureCountOf(maxFeatures, featureCount),
  };
}

/** More than there are is as good as one more. */
function countOf(count: number | Fraction, sampleCount: number): number {
  return Math.min(sampleCountOf(count, sampleCount), sampleCount + 1);
}
