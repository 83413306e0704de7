import type { Heap } from '../../compute/heap.ts';
import { wordAt } from '../trees/random.ts';
import { entryWords } from './entry-words.ts';

/** Less than 1 by more than products round. */
const NEARLY: number = 1 - 2 ** -48;

/** What a split must leave on either side, and what is added to sums of curvatures. */
interface Bounds {
  readonly fewest: number;
  readonly least: number;
  readonly penalty: number;
}

interface Entries {
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
  readonly counts: Int32Array;
}

interface FoundSplit {
  readonly numerator: number;
  readonly denominator: number;
  readonly leftBin: number;
  readonly rightBin: number;
  readonly leftCount: number;
}

interface Best extends FoundSplit {
  readonly feature: number;
  /** What the feature drew, or 0. */
  readonly word: number;
  readonly hasVaried: number;
}

const NO_SPLIT: Best = {
  numerator: -1,
  denominator: 1,
  feature: -1,
  leftBin: 0,
  rightBin: 0,
  leftCount: 0,
  word: 0,
  hasVaried: 0,
};

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
    const tieSeed = heap.i32[node / 4 + 18]!;
    let best = NO_SPLIT;
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
      const toExceed = tieSeed === 0 ? best : belowEquals(best);
      const { found, hasVaried } = scan(histogram, rows.length, bounds, toExceed);
      if (hasVaried) best = { ...best, hasVaried: 1 };
      const word = tieSeed === 0 ? 0 : wordAt(tieSeed, feature);
      if (found !== undefined && isBetter({ ...found, word }, best))
        best = { ...best, ...found, feature, word };
      for (const sums of Object.values(histogram)) sums.fill(0);
    }
    return best;
  };

  const store = (to: number, best: Best) => {
    heap.f64[to / 8] = best.numerator / best.denominator;
    const { feature, leftBin, rightBin, leftCount, hasVaried, word } = best;
    heap.i32.set([feature, leftBin, rightBin, leftCount, hasVaried, word], to / 4 + 2);
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

type Fraction = Pick<FoundSplit, 'numerator' | 'denominator'>;

/** What the splits of a feature must exceed where an equal one may take the place of the best. */
function belowEquals({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator * NEARLY - 1, denominator };
}

function exceeds(one: Fraction, other: Fraction): boolean {
  return one.numerator * other.denominator > other.numerator * one.denominator;
}

function isBetter(one: Fraction & Pick<Best, 'word'>, other: Fraction & Pick<Best, 'word'>): boolean {
  return exceeds(one, other) || (!exceeds(other, one) && one.word > other.word);
}

/** The best split of a feature that exceeds a fraction, and whether it has any. */
function scan(
  { gradients, curvatures, counts }: Entries,
  rowCount: number,
  { fewest, least, penalty }: Bounds,
  toExceed: Fraction,
): { readonly found: FoundSplit | undefined; readonly hasVaried: boolean } {
  const gradientSum = gradients.reduce((sum, value) => sum + value, 0);
  const curvatureSum = curvatures.reduce((sum, value) => sum + value, 0);
  let [gradient, curvature, leftCount, leftBin, hasVaried] = [0, 0, 0, -1, false];
  let found: FoundSplit | undefined;
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] === 0) continue;
    if (leftBin >= 0) {
      hasVaried = true;
      const [otherGradient, otherCurvature] = [gradientSum - gradient, curvatureSum - curvature];
      const [a, b] = [curvature + penalty, otherCurvature + penalty];
      const numerator = gradient * gradient * b + otherGradient * otherGradient * a;
      const denominator = a * b;
      const isAllowed =
        Math.min(leftCount, rowCount - leftCount) >= fewest && Math.min(curvature, otherCurvature) >= least;
      if (isAllowed && exceeds({ numerator, denominator }, found ?? toExceed))
        found = { numerator, denominator, leftBin, rightBin: bin, leftCount };
    }
    gradient += gradients[bin]!;
    curvature += curvatures[bin]!;
    leftCount += counts[bin]!;
    leftBin = bin;
  }
  return { found, hasVaried };
}
