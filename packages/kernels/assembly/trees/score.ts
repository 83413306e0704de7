import { total } from './node';
import { areCodes, classCount, classLefts, classTotals, isEntropy, terms } from './problem';

/** What the weight of a class adds to the score of a side: its square for Gini, or `w log2 w` for the entropy. */
function termOf(weight: f64): f64 {
  if (areCodes()) return load<f64>(terms + ((<usize><u32>weight) << 3));
  if (!isEntropy) return weight * weight;
  return weight > 0 ? weight * Math.log2(weight) : 0;
}

/** How pure a side is, times its weight: to be as great as possible. */
export function scoreOf(sum: f64, weight: f64): f64 {
  return isEntropy ? sum - termOf(weight) : sum / weight;
}

/** How pure both sides are, the left one as the scratch has it. */
export function scoreOfSides(leftTotal: f64): f64 {
  const lefts = classLefts(), totals = classTotals();
  let left: f64 = 0, right: f64 = 0;
  for (let label = 0; label < classCount; label++) {
    const weight = load<f64>(lefts + ((<usize>label) << 3));
    left += termOf(weight);
    right += termOf(load<f64>(totals + ((<usize>label) << 3)) - weight);
  }
  return scoreOf(left, leftTotal) + scoreOf(right, total - leftTotal);
}
