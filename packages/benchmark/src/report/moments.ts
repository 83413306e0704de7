/** The mean; null of no values, and where one of them is no finite number. */
export function meanOf(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Number.isFinite(mean) ? mean : null;
}

/** Twice the standard deviation of the values as a whole population; null where there is no mean. */
export function twiceDeviationOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null) return null;
  return 2 * Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) ?? 0);
}
