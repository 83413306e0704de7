/** The weighted share of each class among some rows. */
export function classShares(
  codes: Int32Array,
  classCount: number,
  weights: Float64Array | undefined,
  rows: Int32Array,
): Float64Array {
  const sums = new Float64Array(classCount);
  for (const row of rows) sums[codes[row]!]! += weights?.[row] ?? 1;
  const total = sums.reduce((sum, share) => sum + share, 0);
  return sums.map((sum) => sum / total);
}

/** The weighted mean of the losses of some rows. */
export function meanLoss(losses: Float64Array, weights: Float64Array | undefined, rows: Int32Array): number {
  let [sum, total] = [0, 0];
  for (const row of rows) {
    const weight = weights?.[row] ?? 1;
    sum += weight * losses[row]!;
    total += weight;
  }
  return sum / total;
}
