import { bestScore, setBest } from './best';
import { first, isAllowed, labelOf, last, nodeSize, weightOf } from './node';
import { areCodes, classCount, classLefts, codesOf, codeStride, keysOf, valueOf } from './problem';
import { uniformOf } from './random';
import { scoreOfSides } from './score';

let lowest: u32 = 0;
let highest: u32 = 0;

/**
 * Tries one boundary of a feature: a threshold drawn between its smallest and its greatest value in the node. False when
 * these are the same.
 */
export function scoreDrawn(feature: i32, seed: u32): bool {
  const codes = areCodes() ? codesOf(feature, nodeSize()) : keysOf(feature), stride = codeStride(nodeSize());
  if (areCodes()) findCodeRange(codes, stride);
  else findKeyRange(codes);
  if (lowest === highest) return false;
  const least = valueOf(feature, lowest), greatest = valueOf(feature, highest);
  let threshold = uniformOf(seed, feature) * (greatest - least) + least;
  if (threshold >= greatest) threshold = least;
  const limit = greatestCodeUpTo(feature, threshold);
  memory.fill(classLefts(), 0, (<usize>classCount) << 3);
  const leftTotal = areCodes() ? sumCodesUpTo(limit, codes, stride) : sumKeysUpTo(limit, codes);
  const score = scoreOfSides(leftTotal);
  if (score > bestScore && isAllowed(feature, limit, leftTotal)) setBest(score, feature, limit, threshold);
  return true;
}

function findCodeRange(codes: usize, stride: usize): void {
  const end = last;
  let least: u32 = 0xff, greatest: u32 = 0;
  for (let at = first; at < end; at += 8) {
    const code = <u32>load<u8>(codes + <usize>load<u32>(at) * stride);
    least = min(least, code);
    greatest = max(greatest, code);
  }
  lowest = least;
  highest = greatest;
}

function findKeyRange(keys: usize): void {
  const end = last;
  let least: u32 = 0xffffffff, greatest: u32 = 0;
  for (let at = first; at < end; at += 8) {
    const key = load<u32>(keys + ((<usize>load<u32>(at)) << 2));
    least = min(least, key);
    greatest = max(greatest, key);
  }
  lowest = least;
  highest = greatest;
}

/** The greatest code or key that stands for a value not above a threshold; the lowest does, the highest does not. */
function greatestCodeUpTo(feature: i32, threshold: f64): u32 {
  let low = lowest, high = highest;
  while (high - low > 1) {
    const middle = low + ((high - low) >> 1);
    if (valueOf(feature, middle) <= threshold) low = middle;
    else high = middle;
  }
  return low;
}

/** Sums the classes to the left, and all of them. */
function sumCodesUpTo(limit: u32, codes: usize, stride: usize): f64 {
  const lefts = classLefts(), end = last;
  let leftTotal: u32 = 0;
  for (let at = first; at < end; at += 8) {
    const code = <u32>load<u8>(codes + <usize>load<u32>(at) * stride);
    const word = load<u32>(at, 4);
    const weight = code <= limit ? word >>> 6 : 0;
    const sum = lefts + ((<usize>(word & 63)) << 1);
    store<f64>(sum, load<f64>(sum) + <f64>weight);
    leftTotal += weight;
  }
  return <f64>leftTotal;
}

function sumKeysUpTo(limit: u32, keys: usize): f64 {
  const lefts = classLefts(), end = last;
  let leftTotal: f64 = 0;
  for (let at = first; at < end; at += 8) {
    if (load<u32>(keys + ((<usize>load<u32>(at)) << 2)) > limit) continue;
    const weight = weightOf(at), sum = lefts + ((<usize>labelOf(at)) << 3);
    store<f64>(sum, load<f64>(sum) + weight);
    leftTotal += weight;
  }
  return leftTotal;
}
