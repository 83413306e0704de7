import type { FeatureMatrix } from '../samples/features.ts';

/** What is known of features before the first inner product. All in the unit of the features, scaled ones scaled. */
export interface FeatureMoments {
  readonly mean: Float64Array;
  /** The same of each class alone. */
  readonly classMeans: readonly Float64Array[];
  /** Of all values of all features together. */
  readonly variance: number;
  /** Of bytes: the greatest `|value / scale|`, that is, before their mean is subtracted. */
  readonly largestValue: number;
  /** Of bytes: the greatest squared length of a sample of `value / scale`. */
  readonly largestSquare: number;
}

/** @param pause - Awaited now and then. */
export async function featureMoments(
  { data, sampleCount, featureCount, scaling }: FeatureMatrix,
  codes: ArrayLike<number>,
  classCount: number,
  pause: () => Promise<void>,
): Promise<FeatureMoments> {
  const scale = scaling?.scale ?? new Float64Array(featureCount).fill(1);
  const shift = scaling?.mean ?? new Float64Array(featureCount);
  const sums = {
    // Near the values, so that floats far from zero keep their digits; bytes are exact without.
    origin:
      data instanceof Uint8Array
        ? new Float64Array(featureCount)
        : Float64Array.from(data.subarray(0, featureCount)),
    ofClass: Array.from({ length: classCount }, () => new Float64Array(featureCount)),
    ofSquares: new Float64Array(featureCount),
    largest: new Float64Array(featureCount),
    weights: scale.map((value) => 1 / value ** 2),
  };
  const counts = new Float64Array(classCount);
  let largestSquare = 0;
  for (let sample = 0; sample < sampleCount; sample++) {
    await pause();
    counts[codes[sample]!]! += 1;
    const row = data.subarray(sample * featureCount, (sample + 1) * featureCount);
    largestSquare = Math.max(largestSquare, addSample(row, codes[sample]!, sums));
  }
  const { origin, ofClass, ofSquares, largest, weights } = sums;
  const stored = ofSquares.map((_, i) => ofClass.reduce((sum, of) => sum + of[i]!, 0) / sampleCount);
  const feature = (value: number, i: number) => (value + origin[i]! - shift[i]!) / scale[i]!;
  const mean = stored.map(feature);
  const grandMean = mean.reduce((sum, value) => sum + value, 0) / featureCount;
  const spread = stored.reduce((sum, value, i) => {
    const within = Math.max(0, ofSquares[i]! / sampleCount - value ** 2) * weights[i]!;
    return sum + within + (mean[i]! - grandMean) ** 2;
  }, 0);
  return {
    mean,
    classMeans: ofClass.map((of, code) => of.map((total, i) => feature(total / counts[code]!, i))),
    variance: spread / featureCount,
    largestValue: largest.reduce((most, value, i) => Math.max(most, value / Math.abs(scale[i]!)), 0),
    largestSquare,
  };
}

interface Sums {
  readonly origin: Float64Array;
  readonly ofClass: readonly Float64Array[];
  readonly ofSquares: Float64Array;
  readonly largest: Float64Array;
  readonly weights: Float64Array;
}

/** @returns the weighted squared length of the sample. */
function addSample(
  row: Uint8Array | Float32Array,
  code: number,
  { origin, ofClass, ofSquares, largest, weights }: Sums,
): number {
  const ofOwnClass = ofClass[code]!;
  let length = 0;
  for (let i = 0; i < row.length; i++) {
    const value = row[i]! - origin[i]!;
    const square = value * value;
    ofOwnClass[i]! += value;
    ofSquares[i]! += square;
    length += square * weights[i]!;
    if (value > largest[i]!) largest[i] = value;
  }
  return length;
}
