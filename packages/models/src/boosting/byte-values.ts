import type { FeatureScaling } from '../samples/features.ts';

/** Values that a byte can take. */
export const BYTE_VALUES = 256;

/** What each byte stands for in a feature, as float32 has it. */
export function byteValues(scaling: FeatureScaling | undefined, feature: number): Float64Array {
  const mean = scaling?.mean[feature] ?? 0;
  const scale = scaling?.scale[feature] ?? 1;
  return Float64Array.from({ length: BYTE_VALUES }, (_, byte) => Math.fround((byte - mean) / scale));
}
