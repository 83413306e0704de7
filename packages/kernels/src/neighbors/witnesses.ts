import type { SampleMatrix } from '../samples.ts';

const MOST_WITNESSES = 2000;
const MOST_VALUES = 2 ** 22;
const MOST_GROUPS = 1024;

/** Some of the samples, at equal distances; at least two, if need be the same. */
export function witnessesOf({ data, sampleCount, featureCount }: SampleMatrix): SampleMatrix {
  const most = Math.min(MOST_WITNESSES, Math.ceil(MOST_VALUES / featureCount));
  const count = Math.max(2, Math.min(sampleCount, most));
  const length = count * featureCount;
  const chosen = data instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  for (let row = 0; row < count; row++) {
    const from = Math.floor((row * sampleCount) / count) * featureCount;
    chosen.set(data.subarray(from, from + featureCount), row * featureCount);
  }
  return { data: chosen, sampleCount: count, featureCount };
}

/** Samples whose features are multiplied by weights. */
export function weighed(
  { data, sampleCount, featureCount }: SampleMatrix,
  weights: Float64Array | undefined,
): SampleMatrix {
  const values =
    weights === undefined ? data : Float32Array.from(data, (value, i) => value * weights[i % featureCount]!);
  return { data: values, sampleCount, featureCount };
}

export function meanOf({ data, sampleCount, featureCount }: SampleMatrix): Float64Array {
  const mean = new Float64Array(featureCount);
  for (let row = 0; row < sampleCount; row++) {
    for (let i = 0; i < featureCount; i++) mean[i]! += data[row * featureCount + i]! / sampleCount;
  }
  return mean;
}

export function greatestDistance(
  { data, sampleCount, featureCount }: SampleMatrix,
  centre: Float64Array,
): number {
  let greatest = 0;
  for (let row = 0; row < sampleCount; row++) {
    let square = 0;
    for (let i = 0; i < featureCount; i++) square += (data[row * featureCount + i]! - centre[i]!) ** 2;
    greatest = Math.max(greatest, square);
  }
  return Math.sqrt(greatest);
}

/** Orthonormal directions that each join some features next to each other with equal weights. */
export interface FeatureGroups {
  /** Coordinates of samples along these directions. */
  join(samples: SampleMatrix): SampleMatrix;
  /** Vectors in these coordinates, as vectors of features. */
  spread(vectors: Float64Array): Float64Array;
}

/** At most 1,024 groups, so that a covariance stays small; every feature for itself up to there. */
export function featureGroups(featureCount: number): FeatureGroups {
  if (featureCount <= MOST_GROUPS) return { join: (samples) => samples, spread: (vectors) => vectors };
  const groupOf = (i: number) => Math.floor((i * MOST_GROUPS) / featureCount);
  const sizes = new Float64Array(MOST_GROUPS);
  for (let i = 0; i < featureCount; i++) sizes[groupOf(i)]! += 1;
  const weights = Float64Array.from({ length: featureCount }, (_, i) => 1 / Math.sqrt(sizes[groupOf(i)]!));

  return {
    join({ data, sampleCount }) {
      const joined = new Float32Array(sampleCount * MOST_GROUPS);
      for (let row = 0; row < sampleCount; row++) {
        for (let i = 0; i < featureCount; i++)
          joined[row * MOST_GROUPS + groupOf(i)]! += data[row * featureCount + i]! * weights[i]!;
      }
      return { data: joined, sampleCount, featureCount: MOST_GROUPS };
    },
    spread: (vectors) =>
      new Float64Array((vectors.length / MOST_GROUPS) * featureCount).map((_, at) => {
        const [vector, i] = [Math.floor(at / featureCount), at % featureCount];
        return vectors[vector * MOST_GROUPS + groupOf(i)]! * weights[i]!;
      }),
  };
}
