import type { NdArray } from '@fashion-mnist/core';
import type { ScoredSamples } from '../metrics/scored-samples.ts';

/** Which class each sample confidently belongs to, counted against its label. */
export interface ConfidentJoint {
  /** Shape `[classCount]`: the mean probability of a class among the samples that bear its label; NaN where none does. */
  readonly thresholds: Float64Array;
  /** Shape `[classCount, classCount]`: row = label, column = the class that a sample confidently belongs to. */
  readonly counts: NdArray<Float64Array>;
  /** The code of that class by sample; -1 where no class reaches its threshold. */
  readonly confident: Int32Array;
}

/**
 * A sample confidently belongs to the likeliest of the classes whose probability reaches their threshold.
 *
 * @see Northcutt, Jiang & Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels", equations 1 and 2
 */
export function confidentJoint({ classes, codes, scores }: ScoredSamples): ConfidentJoint {
  const classCount = classes.length;
  const [sums, members] = [new Float64Array(classCount), new Float64Array(classCount)];
  codes.forEach((code, sample) => {
    sums[code]! += scores[sample * classCount + code]!;
    members[code]!++;
  });
  const thresholds = sums.map((sum, code) => sum / members[code]!);
  const data = new Float64Array(classCount ** 2);
  const confident = codes.map((code, sample) => {
    const first = sample * classCount;
    let best = -1;
    for (let other = 0; other < classCount; other++) {
      const reaches = scores[first + other]! >= thresholds[other]!;
      if (reaches && (best < 0 || scores[first + other]! > scores[first + best]!)) best = other;
    }
    if (best >= 0) data[code * classCount + best]!++;
    return best;
  });
  return { thresholds, counts: { data, shape: [classCount, classCount] }, confident };
}

/**
 * What share of all samples has each label and truly belongs to each class: confident counts, scaled so that rows add up
 * to the shares of the labels.
 *
 * @returns Shape `[classCount, classCount]`; adds up to 1. A label without confident samples counts as right.
 * @see Northcutt, Jiang & Chuang 2021, equation 3
 */
export function estimateJoint(counts: NdArray<Float64Array>, codes: Int32Array): NdArray<Float64Array> {
  const [classCount = 0] = counts.shape;
  const members = new Float64Array(classCount);
  for (const code of codes) members[code]!++;
  const data = counts.data.slice();
  for (let label = 0; label < classCount; label++) {
    const row = data.subarray(label * classCount, (label + 1) * classCount);
    if (row.every((count) => count === 0)) row[label] = 1;
    const total = row.reduce((sum, count) => sum + count, 0);
    row.forEach((count, cell) => {
      row[cell] = ((count / total) * members[label]!) / codes.length;
    });
  }
  return { data, shape: counts.shape };
}
