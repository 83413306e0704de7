import type { LearnedSvc } from './learned-svc.ts';
import { classPairs } from './pair-problems.ts';

/** The weights of the features for each pair, shape `[pairCount, featureCount]`. */
export function linearCoefficients({
  vectors,
  counts,
  coefficients,
}: Pick<LearnedSvc, 'vectors' | 'counts' | 'coefficients'>): Float64Array {
  const { featureCount, sampleCount } = vectors;
  const pairs = classPairs(counts.length);
  const weights = new Float64Array(pairs.length * featureCount);
  const starts = [...counts].map((_, code) =>
    counts.subarray(0, code).reduce((sum, count) => sum + count, 0),
  );
  const feature = featureReader(vectors);
  pairs.forEach(([first, second], pair) => {
    const row = weights.subarray(pair * featureCount, (pair + 1) * featureCount);
    const add = (code: number, against: number) => {
      for (let i = starts[code]!; i < starts[code]! + counts[code]!; i++) {
        const weight = coefficients[against * sampleCount + i]!;
        if (weight === 0) continue;
        for (let k = 0; k < featureCount; k++) row[k]! += weight * feature(i, k);
      }
    };
    add(first, second - 1);
    add(second, first);
  });
  return weights;
}

function featureReader({
  data,
  featureCount,
  scaling,
}: LearnedSvc['vectors']): (row: number, feature: number) => number {
  if (scaling === undefined) return (row, k) => data[row * featureCount + k]!;
  const { mean, scale } = scaling;
  return (row, k) => (data[row * featureCount + k]! - mean[k]!) / scale[k]!;
}
