import type { Heap } from '../../compute/heap.ts';
import { floatOf } from './ordered-key.ts';
import { uniformOf } from './random.ts';

/** What splits are searched in, and by which rules. */
export interface Problem {
  readonly heap: Heap;
  readonly rows: number;
  readonly columns: number;
  readonly values: number;
  readonly sampleCount: number;
  readonly featureCount: number;
  readonly classCount: number;
  readonly isEntropy: number;
  readonly isRandom: number;
  readonly minSamplesLeaf: number;
  readonly minWeight: number;
  readonly terms: number;
  readonly weights: number;
  readonly samples: number;
}

/** A node with the weights of its classes. */
export interface SearchedNode {
  readonly begin: number;
  readonly end: number;
  readonly seed: number;
  readonly totals: Float64Array;
  readonly total: number;
}

export interface Split {
  readonly score: number;
  readonly feature: number;
  /** The greatest code or key to the left. */
  readonly code: number;
  readonly threshold: number;
}

export const NO_SPLIT: Split = { score: -Infinity, feature: -1, code: 0, threshold: 0 };

export function codeAt({ heap, rows, columns, sampleCount }: Problem, feature: number, row: number): number {
  const place = feature * sampleCount + row;
  return rows === 0 ? heap.i32[columns / 4 + place]! >>> 0 : heap.u8[columns + place]!;
}

export function valueOf({ heap, rows, values }: Problem, feature: number, code: number): number {
  return rows === 0 ? floatOf(code) : heap.f32[values / 4 + feature * 256 + code]!;
}

export function enterNode(problem: Problem, begin: number, end: number, seed: number): SearchedNode {
  const totals = new Float64Array(problem.classCount);
  for (let i = begin; i < end; i++) {
    const { label, weight } = sampleAt(problem, i);
    totals[label]! += weight;
  }
  return { begin, end, seed, totals, total: totals.reduce((sum, weight) => sum + weight, 0) };
}

export function isLeaf(
  { minSamplesLeaf, minWeight }: Problem,
  { begin, end, total, totals }: SearchedNode,
  isDeepest: boolean,
  minSamplesSplit: number,
): boolean {
  const size = end - begin;
  const isSmall = size < minSamplesSplit || size < 2 * minSamplesLeaf || total < 2 * minWeight;
  return isDeepest || isSmall || totals.filter((weight) => weight > 0).length < 2;
}

/** The first best split of a node at a feature, or undefined where the feature does not vary. */
export function searchFeature(problem: Problem, node: SearchedNode, feature: number): Split | undefined {
  const sorted = Array.from({ length: node.end - node.begin }, (_, i) => {
    const sample = sampleAt(problem, node.begin + i);
    return { ...sample, code: codeAt(problem, feature, sample.row) };
  }).toSorted((a, b) => a.code - b.code);
  const [lowest, highest] = [sorted[0]!.code, sorted.at(-1)!.code];
  if (lowest === highest) return undefined;
  const threshold = problem.isRandom ? drawnThreshold(problem, node, feature, lowest, highest) : 0;
  const lefts = new Float64Array(problem.classCount);
  let best: Split = NO_SPLIT;
  let leftTotal = 0;
  for (let i = 0; i < sorted.length - 1; i++) {
    const { code, label, weight } = sorted[i]!;
    const next = sorted[i + 1]!.code;
    lefts[label]! += weight;
    leftTotal += weight;
    if (code === next) continue;
    const isDrawn =
      valueOf(problem, feature, code) <= threshold && threshold < valueOf(problem, feature, next);
    if (problem.isRandom && !isDrawn) continue;
    const score = scoreOfSides(problem, node, lefts, leftTotal);
    if (score > best.score && isAllowed(problem, node, i + 1, leftTotal))
      best = { score, feature, code, threshold };
  }
  return best;
}

function sampleAt(
  { heap, rows, weights, samples }: Problem,
  index: number,
): { row: number; label: number; weight: number } {
  const [row, word] = [heap.i32[samples / 4 + 2 * index]!, heap.i32[samples / 4 + 2 * index + 1]!];
  if (rows === 0) return { row, label: word, weight: heap.f64[weights / 8 + row]! };
  return { row, label: (word & 63) >> 2, weight: word >>> 6 };
}

function drawnThreshold(
  problem: Problem,
  { seed }: SearchedNode,
  feature: number,
  lowest: number,
  highest: number,
): number {
  const [least, greatest] = [valueOf(problem, feature, lowest), valueOf(problem, feature, highest)];
  const threshold = uniformOf(seed, feature) * (greatest - least) + least;
  return threshold >= greatest ? least : threshold;
}

function isAllowed(
  { minSamplesLeaf, minWeight }: Problem,
  { begin, end, total }: SearchedNode,
  left: number,
  leftTotal: number,
): boolean {
  const isLarge = left >= minSamplesLeaf && end - begin - left >= minSamplesLeaf;
  return isLarge && leftTotal >= minWeight && total - leftTotal >= minWeight;
}

function scoreOfSides(
  { heap, rows, isEntropy, terms }: Problem,
  { totals, total }: SearchedNode,
  lefts: Float64Array,
  leftTotal: number,
): number {
  const termOf = (weight: number) => {
    if (rows !== 0) return heap.f64[terms / 8 + weight]!;
    if (!isEntropy) return weight * weight;
    return weight > 0 ? weight * Math.log2(weight) : 0;
  };
  const scoreOf = (sum: number, weight: number) => (isEntropy ? sum - termOf(weight) : sum / weight);
  let [left, right] = [0, 0];
  for (let label = 0; label < totals.length; label++) {
    left += termOf(lefts[label]!);
    right += termOf(totals[label]! - lefts[label]!);
  }
  return scoreOf(left, leftTotal) + scoreOf(right, total - leftTotal);
}
