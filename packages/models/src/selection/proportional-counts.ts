import type { Rng } from '@fashion-mnist/core';

/**
 * How many to draw from each class, so that the shares of the classes stay as they are: rounded down, and what is then
 * lacking goes to the greatest remainders, by chance where these are equal.
 *
 * @see sklearn.utils._approximate_mode
 */
export function proportionalCounts(classCounts: ArrayLike<number>, drawCount: number, rng: Rng): Int32Array {
  const counts = Array.from(classCounts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const wanted = counts.map((count) => (count / total) * drawCount);
  const drawn = Int32Array.from(wanted, Math.floor);
  const lacking = drawCount - drawn.reduce((sum, count) => sum + count, 0);
  const remainder = (code: number) => wanted[code]! - drawn[code]!;
  const byChance = rng.permutation(counts.length);
  const order = Array.from(counts.keys()).toSorted(
    (a, b) => remainder(b) - remainder(a) || byChance[a]! - byChance[b]!,
  );
  const raised = order.slice(0, lacking);
  for (const code of raised) drawn[code]! += 1;
  return drawn;
}
