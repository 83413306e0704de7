import type { BinnedRows } from './binned-rows.ts';

/** Sums over the rows of a node. */
export interface NodeSums {
  /** Of weights. */
  readonly weight: number;
  /** Of weighted negative gradients. */
  readonly gradient: number;
  /** Of weighted squares of negative gradients. */
  readonly square: number;
  /** Of weighted curvatures of the loss. */
  readonly curvature: number;
}

/** How to part the rows of a node best. */
export interface Split {
  readonly feature: number;
  readonly leftBin: number;
  readonly rightBin: number;
  readonly leftCount: number;
  /** By how much it lowers the weighted squared error of the gradients, or what the criterion has in its place. */
  readonly gain: number;
}

/** A node that holds rows: `count` of its tree's rows from `start` on. */
export interface GrowingNode {
  readonly tree: number;
  /** Its position in the tree. */
  readonly index: number;
  readonly depth: number;
  readonly start: number;
  readonly count: number;
  /** The smaller sibling: less its histograms, those of the parent are this node's. */
  readonly lesser: GrowingNode | undefined;
  /** Where histograms of its rows, or at first of its parent's, are kept; 0 for nowhere. */
  slot: number;
  /** Decides between equally good splits of several features, or 0: the first feature is taken. */
  tieSeed: number;
  sums: NodeSums;
  split: Split | undefined;
  /** Whether one of the features looked at takes two values. */
  hasVaried: boolean;
}

export const NO_SUMS: NodeSums = { weight: 0, gradient: 0, square: 0, curvature: 0 };

/** A tree while it grows; children lie side by side behind their parents. */
export class GrowingTree {
  readonly features: number[] = [-1];
  /** The last bin that goes left. */
  readonly bins: number[] = [0];
  readonly thresholds: number[] = [0];
  /** Position of the left child, or 0 of a leaf. */
  readonly lefts: number[] = [0];
  readonly values: number[] = [0];
  /** Gains by the feature that brought them. */
  readonly gains: Map<number, number> = new Map();

  /** Makes two children of a leaf. @returns the position of the left one. */
  split(index: number, { feature, leftBin, rightBin, gain }: Split, rows: BinnedRows): number {
    const left = this.features.length;
    this.features[index] = feature;
    this.bins[index] = leftBin;
    this.thresholds[index] = rows.thresholdBetween(feature, leftBin, rightBin);
    this.lefts[index] = left;
    this.gains.set(feature, (this.gains.get(feature) ?? 0) + gain);
    for (let child = 0; child < 2; child++) {
      this.features.push(-1);
      this.bins.push(0);
      this.thresholds.push(0);
      this.lefts.push(0);
      this.values.push(0);
    }
    return left;
  }
}
