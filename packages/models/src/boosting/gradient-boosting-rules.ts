import { featureCountOf, sampleCountOf } from '../options/share-rules.ts';
import type { ResolvedGradientBoosting } from './gradient-boosting-options.ts';
import type { NodeSums } from './growing-tree.ts';
import type { GrowthRules } from './growth-rules.ts';

/** Below this an impurity counts as none. */
const NO_IMPURITY: number = Number.EPSILON;
const NO_CURVATURE = 1e-150;

export interface GradientBoostingData {
  /** Rows to learn from, the sum of their weights, features. */
  readonly rowCount: number;
  readonly weightSum: number;
  readonly featureCount: number;
  readonly classCount: number;
}

/** How CART grows on residuals, and the one step of Newton's method that its leaves take. */
export function gradientBoostingRules(
  options: ResolvedGradientBoosting,
  { rowCount, weightSum, featureCount, classCount }: GradientBoostingData,
): GrowthRules {
  const minWeight = options.minWeightFractionLeaf * weightSum;
  const step = options.learningRate * (classCount === 2 ? 1 : (classCount - 1) / classCount);
  const improvement = (gain: number, root: NodeSums) =>
    Math.max(0, gain) / (options.criterion === 'friedmanMse' ? 1 : root.weight);
  return {
    maxDepth: options.maxDepth ?? Infinity,
    maxLeafNodes: options.maxLeafNodes ?? Infinity,
    minRowsToSplit: Math.max(2, sampleCountOf(options.minSamplesSplit, rowCount)),
    minRowsOfLeaf: sampleCountOf(options.minSamplesLeaf, rowCount),
    denominators: 'weights',
    minDenominatorOfLeaf: minWeight,
    penalty: 0,
    featuresPerSplit: featureCountOf(options.maxFeatures, featureCount),
    breaksTiesAtRandom: true,
    redrawsConstantFeatures: true,
    isSplittable: (sums) => sums.weight >= 2 * minWeight && impurityOf(sums) > NO_IMPURITY,
    isWorth: (gain, _, root) => improvement(gain, root) + NO_IMPURITY >= options.minImpurityDecrease,
    leafValue: ({ gradient, curvature }) =>
      Math.abs(curvature) < NO_CURVATURE ? 0 : (step * gradient) / curvature,
  };
}

function impurityOf({ weight, gradient, square }: NodeSums): number {
  return square / weight - (gradient / weight) ** 2;
}
