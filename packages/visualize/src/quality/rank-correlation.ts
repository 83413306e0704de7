/** Spearman's rank correlation of two variables; 0 when either does not vary. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const ranksOfA = averageRanks(a);
  const ranksOfB = averageRanks(b);
  const mean = (a.length + 1) / 2;
  let covariance = 0;
  let varianceOfA = 0;
  let varianceOfB = 0;
  for (let i = 0; i < a.length; i++) {
    const fromMeanA = (ranksOfA[i] as number) - mean;
    const fromMeanB = (ranksOfB[i] as number) - mean;
    covariance += fromMeanA * fromMeanB;
    varianceOfA += fromMeanA * fromMeanA;
    varianceOfB += fromMeanB * fromMeanB;
  }
  return varianceOfA === 0 || varianceOfB === 0 ? 0 : covariance / Math.sqrt(varianceOfA * varianceOfB);
}

/** Ranks from 1; equal values share the mean of their ranks. */
function averageRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).toSorted(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const valueAt = (place: number) => values[order[place] as number];
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && valueAt(end) === valueAt(start)) end++;
    for (let place = start; place < end; place++) ranks[order[place] as number] = (start + 1 + end) / 2;
  }
  return ranks;
}
