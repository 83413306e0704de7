import type { Pixels } from '../images/images.ts';
import type { FeatureLines } from './feature-lines.ts';

/** The least and the greatest value of each feature. */
export interface FeatureLimits {
  readonly dataMin: Float64Array;
  readonly dataMax: Float64Array;
}

/** A feature that varies less is constant, as in scikit-learn. */
const LEAST_RANGE = 10 * Number.EPSILON;

/** Lines that lead the limits of each feature to the ends of a range. */
export function linesInto(
  [low, high]: readonly [number, number],
  { dataMin, dataMax }: FeatureLimits,
): FeatureLines {
  const divisor = dataMin.map((least, feature) => {
    const range = (dataMax[feature] as number) - least;
    return (range < LEAST_RANGE ? 1 : range) / (high - low);
  });
  return { offset: dataMin.map((least, feature) => least - low * (divisor[feature] as number)), divisor };
}

/**
 * What leads constant features to the lower end of the range, where it is lost in the rounded offset of their lines: a
 * feature of 1e20 has the offset `1e20 - 1`, which is 1e20.
 */
export function raiserOf(
  { offset, divisor }: FeatureLines,
  [low]: readonly [number, number],
  { dataMin, dataMax }: FeatureLimits,
): (scaled: Float32Array, samples: Pixels) => void {
  const isLost = (least: number, feature: number) =>
    (dataMax[feature] as number) - least < LEAST_RANGE &&
    Math.fround((least - (offset[feature] as number)) / (divisor[feature] as number)) !== Math.fround(low);
  const lost = [...dataMin.keys()].filter((feature) => isLost(dataMin[feature] as number, feature));
  return (scaled, samples) => {
    for (const feature of lost) {
      const [least, unit] = [dataMin[feature] as number, divisor[feature] as number];
      for (let i = feature; i < scaled.length; i += dataMin.length)
        scaled[i] = ((samples[i] as number) - least) / unit + low;
    }
  };
}
