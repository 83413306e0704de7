import { bestScore, setBest } from './best';
import { first, isAllowed, last, nodeSize, total } from './node';
import { classCount, classLefts, classTotals, codesOf, codeStride, histogram, isEntropy, marks, terms } from './problem';
import { scoreOf } from './score';

/** Up to here sums of squares fit 32 bits, and counts 16. */
const LARGEST_SMALL_TOTAL: f64 = 32_767;
const WORDS = 4;

/** Clears what a call before has left behind. */
export function clearHistogram(): void {
  memory.fill(histogram(), 0, 16_384 + 256);
}

/** Looks for a better split at a feature of codes. False when the feature is the same for the whole node. */
export function scoreCodes(feature: i32): bool {
  countCodes(codesOf(feature, nodeSize()), codeStride(nodeSize()));
  return isEntropy || total > LARGEST_SMALL_TOTAL ? scoreTerms(feature) : scoreSquares(feature);
}

/** Adds each sample of the node to the count of its code and class, and marks the code. */
function countCodes(codes: usize, stride: usize): void {
  const counts = histogram(), marked = marks(), end = last;
  for (let at = first; at < end; at += 8) {
    const code = <usize>load<u8>(codes + <usize>load<u32>(at) * stride);
    const word = load<u32>(at, 4);
    const count = counts + ((code << 6) | <usize>(word & 63));
    store<u32>(count, load<u32>(count) + (word >>> 6));
    store<u8>(marked + code, 0x80);
  }
}

/** Which of 64 codes are marked, as bits; takes the marks away. */
function takeMarks(word: i32): u64 {
  const at = marks() + ((<usize>word) << 6), none = i8x16.splat(0);
  const bits =
    <u64>i8x16.bitmask(v128.load(at)) | (<u64>i8x16.bitmask(v128.load(at, 16)) << 16) |
    (<u64>i8x16.bitmask(v128.load(at, 32)) << 32) | (<u64>i8x16.bitmask(v128.load(at, 48)) << 48);
  v128.store(at, none);
  v128.store(at, none, 16);
  v128.store(at, none, 32);
  v128.store(at, none, 48);
  return bits;
}

/** Tries every boundary by the sums of squares of both sides: Gini. Behind the last code nothing is left, and 0 / 0 wins nothing. */
function scoreSquares(feature: i32): bool {
  const counts = histogram(), totals = classTotals(), none = i32x4.splat(0), ones = i16x8.splat(1);
  const lowTotal = eightTotals(totals, 0), highTotal = eightTotals(totals, 8);
  let low = none, high = none, codeCount = 0, best = bestScore;
  for (let word = 0; word < WORDS; word++) {
    for (let bits = takeMarks(word); bits !== 0; bits &= bits - 1, codeCount++) {
      const code = (word << 6) | <i32>ctz(bits);
      const row = counts + ((<usize>code) << 6);
      low = i16x8.add(low, i16x8.narrow_i32x4_s(v128.load(row), v128.load(row, 16)));
      high = i16x8.add(high, i16x8.narrow_i32x4_s(v128.load(row, 32), v128.load(row, 48)));
      v128.store(row, none);
      v128.store(row, none, 16);
      v128.store(row, none, 32);
      v128.store(row, none, 48);
      const lowRest = i16x8.sub(lowTotal, low), highRest = i16x8.sub(highTotal, high);
      const squares = twoSums(
        i32x4.add(i32x4.dot_i16x8_s(low, low), i32x4.dot_i16x8_s(high, high)),
        i32x4.add(i32x4.dot_i16x8_s(lowRest, lowRest), i32x4.dot_i16x8_s(highRest, highRest)),
      );
      const sizes = twoSums(
        i32x4.dot_i16x8_s(i16x8.add(low, high), ones), i32x4.dot_i16x8_s(i16x8.add(lowRest, highRest), ones),
      );
      const shares = f64x2.div(squares, sizes);
      const score = f64x2.extract_lane(shares, 0) + f64x2.extract_lane(shares, 1);
      if (score > best && isAllowed(feature, code, f64x2.extract_lane(sizes, 0))) {
        best = score;
        setBest(score, feature, code, 0);
      }
    }
  }
  return codeCount > 1;
}

/** Eight sums of classes as int16; missing classes are zeros. */
function eightTotals(totals: usize, from: i32): v128 {
  let eight = i16x8.splat(0);
  if (from < classCount) eight = i16x8.replace_lane(eight, 0, totalOf(totals, from));
  if (from + 1 < classCount) eight = i16x8.replace_lane(eight, 1, totalOf(totals, from + 1));
  if (from + 2 < classCount) eight = i16x8.replace_lane(eight, 2, totalOf(totals, from + 2));
  if (from + 3 < classCount) eight = i16x8.replace_lane(eight, 3, totalOf(totals, from + 3));
  if (from + 4 < classCount) eight = i16x8.replace_lane(eight, 4, totalOf(totals, from + 4));
  if (from + 5 < classCount) eight = i16x8.replace_lane(eight, 5, totalOf(totals, from + 5));
  if (from + 6 < classCount) eight = i16x8.replace_lane(eight, 6, totalOf(totals, from + 6));
  if (from + 7 < classCount) eight = i16x8.replace_lane(eight, 7, totalOf(totals, from + 7));
  return eight;
}

function totalOf(totals: usize, label: i32): i16 {
  return <i16>load<f64>(totals + ((<usize>label) << 3));
}

/** The sums of two vectors of int32 side by side, as float64. */
function twoSums(a: v128, b: v128): v128 {
  const pairs = i32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7));
  return f64x2.convert_low_i32x4_s(i32x4.add(v128.shuffle<i32>(pairs, pairs, 0, 2, 0, 2), v128.shuffle<i32>(pairs, pairs, 1, 3, 1, 3)));
}

/**
 * Tries every boundary by a table of terms, one for each count of a class: its square for Gini, or n log n for the
 * entropy. Only the classes that come at a code change their terms; the sums are exact.
 */
function scoreTerms(feature: i32): bool {
  const lefts = classLefts(), totals = classTotals();
  let right = startTerms(lefts, totals), left: f64 = 0, leftTotal: f64 = 0, best = bestScore, codeCount = 0;
  for (let word = 0; word < WORDS; word++) {
    for (let bits = takeMarks(word); bits !== 0; bits &= bits - 1, codeCount++) {
      const code = (word << 6) | <i32>ctz(bits);
      const row = histogram() + ((<usize>code) << 6);
      for (let label = 0; label < classCount; label++) {
        const count = load<i32>(row + ((<usize>label) << 2));
        if (count === 0) continue;
        const at = lefts + ((<usize>label) << 3);
        const before = load<f64>(at), after = before + <f64>count, all = load<f64>(totals + ((<usize>label) << 3));
        left += termOf(after) - termOf(before);
        right += termOf(all - after) - termOf(all - before);
        leftTotal += <f64>count;
        store<f64>(at, after);
      }
      clearRow(row);
      const score = scoreOf(left, leftTotal) + scoreOf(right, total - leftTotal);
      if (score > best && leftTotal < total && isAllowed(feature, code, leftTotal)) {
        best = score;
        setBest(score, feature, code, 0);
      }
    }
  }
  return codeCount > 1;
}

/** All of the node to the right: the sum of its terms. */
function startTerms(lefts: usize, totals: usize): f64 {
  let sum: f64 = 0;
  for (let label = 0; label < classCount; label++) {
    store<f64>(lefts + ((<usize>label) << 3), 0);
    sum += termOf(load<f64>(totals + ((<usize>label) << 3)));
  }
  return sum;
}

function clearRow(row: usize): void {
  const none = i32x4.splat(0);
  v128.store(row, none);
  v128.store(row, none, 16);
  v128.store(row, none, 32);
  v128.store(row, none, 48);
}

function termOf(count: f64): f64 {
  return load<f64>(terms + ((<usize><u32>count) << 3));
}
