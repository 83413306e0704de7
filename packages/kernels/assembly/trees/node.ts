import { areCodes, classCount, classTotals, codesOf, codeStride, keysOf, minSamplesLeaf } from './problem';

/**
 * The node that is being split: its samples, each a row and what it counts. Beside codes that is a whole number, from
 * bit 6 on, over four times the label; beside keys the label, and weights are looked up.
 */

export let first: usize = 0;
export let last: usize = 0;
export let total: f64 = 0;
let weights: usize = 0;
let minWeight: f64 = 0;

export function setWeights(pointer: usize, minWeightLeaf: f64): void {
  weights = pointer;
  minWeight = minWeightLeaf;
}

/** Makes samples the node, and sums its classes. */
export function enterNode(samples: usize, begin: i32, end: i32): void {
  first = samples + ((<usize>begin) << 3);
  last = samples + ((<usize>end) << 3);
  const totals = classTotals();
  memory.fill(totals, 0, (<usize>classCount) << 3);
  for (let at = first; at < last; at += 8) {
    const sum = totals + ((<usize>labelOf(at)) << 3);
    store<f64>(sum, load<f64>(sum) + weightOf(at));
  }
  total = 0;
  for (let label = 0; label < classCount; label++) total += load<f64>(totals + ((<usize>label) << 3));
}

export function nodeSize(): i32 {
  return <i32>((last - first) >> 3);
}

export function labelOf(at: usize): i32 {
  const word = load<u32>(at, 4);
  return <i32>(areCodes() ? (word & 63) >> 2 : word);
}

export function weightOf(at: usize): f64 {
  return areCodes() ? <f64>(load<u32>(at, 4) >>> 6) : load<f64>(weights + ((<usize>load<u32>(at)) << 3));
}

/** Whether there is nothing to gain from splitting the node, or no leave to. */
export function isLeaf(depth: i32, maxDepth: i32, minSamplesSplit: i32): bool {
  const size = nodeSize();
  if (depth >= maxDepth || size < minSamplesSplit || size < 2 * minSamplesLeaf || total < 2 * minWeight) return true;
  let present = 0;
  for (let label = 0; label < classCount; label++)
    if (load<f64>(classTotals() + ((<usize>label) << 3)) > 0) present++;
  return present < 2;
}

/** Whether a boundary leaves enough on both sides. */
export function isAllowed(feature: i32, code: u32, leftWeight: f64): bool {
  if (leftWeight < minWeight || total - leftWeight < minWeight) return false;
  if (minSamplesLeaf === 1) return true;
  const left = countLeft(feature, code);
  return left >= minSamplesLeaf && nodeSize() - left >= minSamplesLeaf;
}

function countLeft(feature: i32, code: u32): i32 {
  let count = 0;
  if (areCodes()) {
    const codes = codesOf(feature, nodeSize()), stride = codeStride(nodeSize());
    for (let at = first; at < last; at += 8) count += i32(<u32>load<u8>(codes + <usize>load<u32>(at) * stride) <= code);
  } else {
    const keys = keysOf(feature);
    for (let at = first; at < last; at += 8) count += i32(load<u32>(keys + ((<usize>load<u32>(at)) << 2)) <= code);
  }
  return count;
}
