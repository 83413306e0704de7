import { wordAt } from '../trees/random';
import { COUNT_BITS, COUNT_MASK } from './entries';
import { NODE_BYTES } from './nodes';

/** Less than 1 by more than products round. */
const NEARLY: f64 = 1 - 2.0 ** -48;

/**
 * The best split so far of the one node that this thread looks at. Scores are compared as fractions: equal ones then
 * stay equal, which rounded quotients would not.
 */
let bestNumerator: f64 = 0;
let bestDenominator: f64 = 0;
let bestFeature: i32 = 0;
let bestLeftBin: i32 = 0;
let bestRightBin: i32 = 0;
let bestLeftCount: i32 = 0;
let bestWord: u32 = 0;
let hasVaried: i32 = 0;

let count: i32 = 0;
let gradientSum: f64 = 0;
let curvatureSum: f64 = 0;
let fewest: i32 = 0;
let least: f64 = 0;
let penalty: f64 = 0;
/** Of the words that features draw in this node, or 0: none draws one. */
let tieSeed: u32 = 0;

/** Begins with a node. @param leastCurvature - And `curvaturePenalty`, in units of the entries. */
export function beginNode(node: usize, fewestRows: i32, leastCurvature: f64, curvaturePenalty: f64): void {
  count = load<i32>(node, 4);
  tieSeed = load<u32>(node, 72);
  gradientSum = <f64>(load<i64>(node, 16) >> COUNT_BITS);
  curvatureSum = <f64>load<i64>(node, 24);
  fewest = fewestRows;
  least = leastCurvature;
  penalty = curvaturePenalty;
  bestNumerator = -1;
  bestDenominator = 1;
  bestFeature = -1;
  bestLeftBin = 0;
  bestRightBin = 0;
  bestLeftCount = 0;
  bestWord = 0;
  hasVaried = 0;
}

/**
 * What the splits of a feature must exceed: the best so far, or where an equal one may take its place a little less.
 * That is also less than a best of 0.
 */
function toExceed(): f64 {
  return tieSeed === 0 ? bestNumerator : bestNumerator * NEARLY - 1;
}

/**
 * Tries every border between the bins of a feature. An empty bin repeats the border before it, which is then no better:
 * so the loop need not look for them.
 */
export function scanAll(histogram: usize, feature: i32, binCount: i32): void {
  const mostLeft = count - fewest, fewestHere = fewest;
  const gradientAll = gradientSum, curvatureAll = curvatureSum, leastHere = least, penaltyHere = penalty;
  let entry = histogram;
  const end = histogram + ((<usize>binCount) << 4);
  while (entry < end && load<i64>(entry) === 0) entry += 16;
  if (entry === end || <i32>(load<i64>(entry) & COUNT_MASK) === count) return;
  hasVaried = 1;
  let topNumerator = toExceed(), topDenominator = bestDenominator, found: usize = 0, foundCount = 0;
  let left: i64 = 0, leftCurvature: i64 = 0;
  for (; entry < end; entry += 16) {
    left += load<i64>(entry);
    leftCurvature += load<i64>(entry, 8);
    const gradient = <f64>(left >> COUNT_BITS), otherGradient = gradientAll - gradient;
    const curvature = <f64>leftCurvature, otherCurvature = curvatureAll - curvature;
    const a = curvature + penaltyHere, b = otherCurvature + penaltyHere;
    const numerator = gradient * gradient * b + otherGradient * otherGradient * a, denominator = a * b;
    if (numerator * topDenominator > topNumerator * denominator) {
      const leftCount = <i32>(left & COUNT_MASK);
      if (leftCount >= fewestHere && leftCount <= mostLeft && curvature >= leastHere && otherCurvature >= leastHere) {
        topNumerator = numerator;
        topDenominator = denominator;
        found = entry;
        foundCount = leftCount;
      }
    }
  }
  if (found === 0) return;
  let right = found + 16;
  while (load<i64>(right) === 0) right += 16;
  keepBest(topNumerator, topDenominator, feature, <i32>((found - histogram) >> 4), <i32>((right - histogram) >> 4), foundCount);
}

/** As `scanAll`, by a bit for each bin that holds something; leaves the histogram and the bits empty. */
export function scanOccupied(histogram: usize, occupancy: usize, wordCount: i32, feature: i32): void {
  const mostLeft = count - fewest, fewestHere = fewest;
  const gradientAll = gradientSum, curvatureAll = curvatureSum, leastHere = least, penaltyHere = penalty;
  let topNumerator = toExceed(), topDenominator = bestDenominator, foundLeft = -1, foundRight = 0, foundCount = 0;
  let left: i64 = 0, leftCurvature: i64 = 0, leftBin = -1, last = -1;
  for (let base = 0; base < wordCount << 6; base += 64, occupancy += 8) {
    let occupied = load<u64>(occupancy);
    if (occupied === 0) continue;
    store<u64>(occupancy, 0);
    for (; occupied !== 0; occupied &= occupied - 1) {
      const bin = base + <i32>ctz(occupied);
      const entry = histogram + ((<usize>bin) << 4);
      last = leftBin;
      const gradient = <f64>(left >> COUNT_BITS), otherGradient = gradientAll - gradient;
      const curvature = <f64>leftCurvature, otherCurvature = curvatureAll - curvature;
      const a = curvature + penaltyHere, b = otherCurvature + penaltyHere;
      const numerator = gradient * gradient * b + otherGradient * otherGradient * a, denominator = a * b;
      if (numerator * topDenominator > topNumerator * denominator) {
        const leftCount = <i32>(left & COUNT_MASK);
        if (leftCount >= fewestHere && leftCount <= mostLeft && curvature >= leastHere && otherCurvature >= leastHere) {
          topNumerator = numerator;
          topDenominator = denominator;
          foundLeft = leftBin;
          foundRight = bin;
          foundCount = leftCount;
        }
      }
      left += load<i64>(entry);
      leftCurvature += load<i64>(entry, 8);
      leftBin = bin;
      v128.store(entry, i64x2.splat(0));
    }
  }
  if (last >= 0) hasVaried = 1;
  if (foundLeft >= 0) keepBest(topNumerator, topDenominator, feature, foundLeft, foundRight, foundCount);
}

/** Of equally good splits keeps the one whose feature draws the greatest word, in whatever order they come, or the first. */
function keepBest(
  numerator: f64, denominator: f64, feature: i32, leftBin: i32, rightBin: i32, leftCount: i32,
): void {
  const word: u32 = tieSeed === 0 ? 0 : wordAt(tieSeed, feature);
  const score = numerator * bestDenominator, scoreToBeat = bestNumerator * denominator;
  if (score < scoreToBeat || (score === scoreToBeat && word <= bestWord)) return;
  bestNumerator = numerator;
  bestDenominator = denominator;
  bestFeature = feature;
  bestLeftBin = leftBin;
  bestRightBin = rightBin;
  bestLeftCount = leftCount;
  bestWord = word;
}

/** Writes the best split as 32 bytes. */
export function storeBest(to: usize): void {
  store<f64>(to, bestNumerator / bestDenominator);
  store<i32>(to, bestFeature, 8);
  store<i32>(to, bestLeftBin, 12);
  store<i32>(to, bestRightBin, 16);
  store<i32>(to, bestLeftCount, 20);
  store<i32>(to, hasVaried, 24);
  store<u32>(to, bestWord, 28);
}

/** The record of a node. */
export function nodeAt(nodes: usize, node: i32): usize {
  return nodes + (<usize>node) * NODE_BYTES;
}
