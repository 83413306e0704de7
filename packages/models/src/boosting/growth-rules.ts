import type { NodeSums } from './growing-tree.ts';

/** When trees stop to grow, and what their leaves say. */
export interface GrowthRules {
  /** @default Infinity when there is no limit, as for `maxLeafNodes` */
  readonly maxDepth: number;
  readonly maxLeafNodes: number;
  /** Rows of a node that may be split, at least. */
  readonly minRowsToSplit: number;
  /** Rows of a leaf, at least. */
  readonly minRowsOfLeaf: number;
  /** What histograms sum beside gradients: the weights of rows, or curvatures. */
  readonly denominators: 'weights' | 'curvatures';
  /** Sum of denominators of a leaf, at least. */
  readonly minDenominatorOfLeaf: number;
  /** Added to every sum of denominators. */
  readonly penalty: number;
  /** Features among which a split is chosen. */
  readonly featuresPerSplit: number;
  /** Whether chance decides between equally good splits of several features, or the first feature is taken. */
  readonly breaksTiesAtRandom: boolean;
  /** Whether to look at further features while all that were drawn are constant. */
  readonly redrawsConstantFeatures: boolean;
  /** Whether a node whose rows are many enough may be split. */
  isSplittable(sums: NodeSums): boolean;
  /** Whether a split is worth it. @param root - Sums over all rows of the tree. */
  isWorth(gain: number, sums: NodeSums, root: NodeSums): boolean;
  leafValue(sums: NodeSums): number;
}
