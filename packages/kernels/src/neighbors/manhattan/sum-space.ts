import type { SampleMatrix } from '../../samples.ts';
import { witnessesOf } from '../witnesses.ts';
import type { FeatureGroups } from './feature-groups.ts';

/** Sums of features in whole units, in which no two samples are farther apart than in truth, up to rounding. */
export interface SumSpace {
  readonly groups: FeatureGroups;
  /** What features are multiplied by. */
  readonly weights: Float64Array;
  /** What is taken from each fine sum. */
  readonly centre: Float64Array;
  /** Of fine sums; a power of 2. */
  readonly unit: number;
}

/** A coarse unit in fine ones. */
const COARSE_UNITS = 8;
/** What bounds in coarse units can hold. */
const GREATEST_BOUND = 65_535;

/** A space whose units make the greatest distances among the samples just fit. */
export function sumSpace(samples: SampleMatrix, groups: FeatureGroups, weights: Float64Array): SumSpace {
  const sums = fineSums(witnessesOf(samples), groups, weights);
  const mean = new Float64Array(groups.fineCount);
  for (const row of sums) for (let group = 0; group < mean.length; group++) mean[group]! += row[group]!;
  for (let group = 0; group < mean.length; group++) mean[group]! /= sums.length;
  const longest = sums.reduce((most, row) => Math.max(most, manhattanDistance(row, mean)), 0);
  const coarseUnit = longest > 0 ? 2 ** Math.ceil(Math.log2((2 * longest) / GREATEST_BOUND)) : 1;
  const centre = mean.map((value) => Math.round(value / coarseUnit) * coarseUnit);
  return { groups, weights, centre, unit: coarseUnit / COARSE_UNITS };
}

function fineSums(
  { data, sampleCount, featureCount }: SampleMatrix,
  { members, fineStarts, fineCount }: FeatureGroups,
  weights: Float64Array,
): Float64Array[] {
  return Array.from({ length: sampleCount }, (_, row) => {
    const sums = new Float64Array(fineCount);
    for (let group = 0; group < fineCount; group++) {
      for (let at = fineStarts[group]!; at < fineStarts[group + 1]!; at++) {
        const feature = members[at]!;
        sums[group]! += data[row * featureCount + feature]! * weights[feature]!;
      }
    }
    return sums;
  });
}

function manhattanDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum;
}
