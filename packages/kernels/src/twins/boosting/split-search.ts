import type { Heap } from '../../compute/heap.ts';
import { entryWords } from './entry-words.ts';

/** What a split must leave on either side, and what is added to sums of curvatures. */
export interface Bounds {
  readonly fewest: number;
  readonly least: number;
  readonly penalty: number;
}

interface Entries {
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
  readonly counts: Int32Array;
}

export interface Best {
  numerator: number;
  denominator: number;
  feature: number;
  leftBin: number;
  rightBin: number;
  leftCount: number;
  hasVaried: number;
}

/** How the best split of a node is searched, whatever its bins are. */
export interface SplitSearch {
  /** The features of a group whose bits are set in a node's mask. */
  featuresOf(masks: number, groupCount: number, node: number, group: number): number[];
  find(
    node: number,
    features: readonly number[],
    binOf: (feature: number, row: number) => number,
    binCount: number,
    bounds: Bounds,
  ): Best;
  store(to: number, best: Best): void;
}

export function splitSearch(heap: Heap): SplitSearch {
  const words = entryWords(heap);

  /** The rows of a node, and what each adds. */
  const rowsOf = (node: number) => {
    const [rows = 0, count = 0, entries = 0] = heap.i32.subarray(node / 4, node / 4 + 3);
    return Array.from(heap.i32.subarray(rows / 4, rows / 4 + count), (row) => ({
      row,
      gradient: words.gradient(entries + row * 16),
      curvature: words.curvature(entries + row * 16),
    }));
  };

  const find = (
    node: number,
    features: readonly number[],
    binOf: (feature: number, row: number) => number,
    binCount: number,
    bounds: Bounds,
  ): Best => {
    const rows = rowsOf(node);
    const best = {
      numerator: -1,
      denominator: 1,
      feature: -1,
      leftBin: 0,
      rightBin: 0,
      leftCount: 0,
      hasVaried: 0,
    };
    const histogram = {
      gradients: new Float64Array(binCount),
      curvatures: new Float64Array(binCount),
      counts: new Int32Array(binCount),
    };
    for (const feature of features) {
      for (const { row, gradient, curvature } of rows) {
        const bin = binOf(feature, row);
        histogram.gradients[bin]! += gradient;
        histogram.curvatures[bin]! += curvature;
        histogram.counts[bin]!++;
      }
      scan(histogram, feature, rows.length, bounds, best);
      for (const sums of Object.values(histogram)) sums.fill(0);
    }
    return best;
  };

  const store = (to: number, best: Best) => {
    heap.f64[to / 8] = best.numerator / best.denominator;
    const { feature, leftBin, rightBin, leftCount, hasVaried } = best;
    heap.i32.set([feature, leftBin, rightBin, leftCount, hasVaried, 0], to / 4 + 2);
  };

  const featuresOf = (masks: number, groupCount: number, node: number, group: number) => {
    const at = masks + 2 * (node * groupCount + group);
    const mask = heap.u8[at]! | (heap.u8[at + 1]! << 8);
    return Array.from({ length: 16 }, (_, feature) => feature)
      .filter((feature) => (mask >> feature) & 1)
      .map((feature) => 16 * group + feature);
  };

  return { featuresOf, find, store };
}

function scan(
  { gradients, curvatures, counts }: Entries,
  feature: number,
  rowCount: number,
  { fewest, least, penalty }: Bounds,
  best: Best,
): void {
  const gradientSum = gradients.reduce((sum, value) => sum + value, 0);
  const curvatureSum = curvatures.reduce((sum, value) => sum + value, 0);
  let [gradient, curvature, count, leftBin] = [0, 0, 0, -1];
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] === 0) continue;
    if (leftBin >= 0) {
      best.hasVaried = 1;
      const [otherGradient, otherCurvature] = [gradientSum - gradient, curvatureSum - curvature];
      const [a, b] = [curvature + penalty, otherCurvature + penalty];
      const numerator = gradient * gradient * b + otherGradient * otherGradient * a;
      const denominator = a * b;
      const isAllowed =
        Math.min(count, rowCount - count) >= fewest && Math.min(curvature, otherCurvature) >= least;
      if (isAllowed && numerator * best.denominator > best.numerator * denominator)
        Object.assign(best, { numerator, denominator, feature, leftBin, rightBin: bin, leftCount: count });
    }
    gradient += gradients[bin]!;
    curvature += curvatures[bin]!;
    count += counts[bin]!;
    leftBin = bin;
  }
}
