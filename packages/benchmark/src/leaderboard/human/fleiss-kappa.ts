/**
 * How far raters agree beyond chance: 1 always, 0 as by chance, below 0 less than that. NaN where all labels are the same,
 * since chance would agree as well.
 *
 * @param counts - For each subject how many raters chose each category; the same number of raters, at least two, for each.
 * @see Fleiss 1971, "Measuring nominal scale agreement among many raters"
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number {
  const raters = sum(counts[0] ?? []);
  const total = raters * counts.length;
  const observed =
    sum(counts.map((row) => (sum(row.map((count) => count ** 2)) - raters) / (raters * (raters - 1)))) /
    counts.length;
  const shares = (counts[0] ?? []).map((_, category) => sum(counts.map((row) => row[category] ?? 0)) / total);
  const byChance = sum(shares.map((share) => share ** 2));
  return (observed - byChance) / (1 - byChance);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
