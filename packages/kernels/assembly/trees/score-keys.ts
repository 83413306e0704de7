import { bestScore, setBest } from './best';
import { first, isAllowed, labelOf, last, nodeSize, weightOf } from './node';
import { classCount, classLefts, keysOf } from './problem';
import { scoreOfSides } from './score';
import { sortByUpperHalf } from './sort-keys';

/**
 * Looks for a better split at a feature of keys, with weights of any kind. False when the feature is the same for the
 * whole node.
 *
 * @param sorting - Room for 16 bytes per sample of the node.
 */
export function scoreKeys(feature: i32, sorting: usize): bool {
  const keys = keysOf(feature);
  let lowest: u32 = 0xffffffff, highest: u32 = 0, to = sorting;
  for (let at = first; at < last; at += 8, to += 8) {
    const key = load<u32>(keys + ((<usize>load<u32>(at)) << 2));
    lowest = min(lowest, key);
    highest = max(highest, key);
    store<u64>(to, (<u64>key << 32) | <u64>((at - first) >> 3));
  }
  if (lowest === highest) return false;
  memory.fill(classLefts(), 0, (<usize>classCount) << 3);
  scoreSorted(feature, sortByUpperHalf(sorting, sorting + ((<usize>nodeSize()) << 3), nodeSize()));
  return true;
}

/** Tries every boundary between two keys. */
function scoreSorted(feature: i32, sorted: usize): void {
  const end = sorted + (last - first);
  let leftTotal: f64 = 0;
  for (let at = sorted; ; ) {
    const word = load<u64>(at);
    leftTotal += moveLeft(first + ((<usize>(word & 0xffffffff)) << 3));
    at += 8;
    if (at === end) return;
    const key = <u32>(word >> 32);
    if (key === <u32>(load<u64>(at) >> 32)) continue;
    const score = scoreOfSides(leftTotal);
    if (score > bestScore && isAllowed(feature, key, leftTotal)) setBest(score, feature, key, 0);
  }
}

function moveLeft(at: usize): f64 {
  const weight = weightOf(at), sum = classLefts() + ((<usize>labelOf(at)) << 3);
  store<f64>(sum, load<f64>(sum) + weight);
  return weight;
}
