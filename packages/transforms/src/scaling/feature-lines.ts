import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { type Pixels, requirePixels } from '../images/images.ts';
import { sampleRows } from '../images/sample-rows.ts';

/** One straight line per feature: `(x - offset) / divisor`. */
export interface FeatureLines {
  readonly offset: Float64Array;
  readonly divisor: Float64Array;
}

/** `(x - offset) / divisor`, rounded once to float32; keeps the shape. */
export function applyLines(
  operation: string,
  samples: NdArray<Pixels>,
  lines: FeatureLines,
): NdArray<Float32Array> {
  const { offset, divisor } = lines;
  const featureCount = requireFeatures(operation, samples, lines);
  const data = new Float32Array(samples.data.length);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      const value = samples.data[start + feature] as number;
      data[start + feature] = (value - (offset[feature] as number)) / (divisor[feature] as number);
    }
  }
  return { data, shape: samples.shape };
}

/** `x * divisor + offset`, rounded once to float32; keeps the shape. */
export function invertLines(
  operation: string,
  samples: NdArray<Pixels>,
  lines: FeatureLines,
): NdArray<Float32Array> {
  const { offset, divisor } = lines;
  const featureCount = requireFeatures(operation, samples, lines);
  const data = new Float32Array(samples.data.length);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++) {
      const value = samples.data[start + feature] as number;
      data[start + feature] = value * (divisor[feature] as number) + (offset[feature] as number);
    }
  }
  return { data, shape: samples.shape };
}

function requireFeatures(operation: string, samples: NdArray<Pixels>, { offset }: FeatureLines): number {
  requirePixels(operation, samples);
  const { featureCount } = sampleRows(operation, samples);
  if (featureCount === offset.length) return featureCount;
  throw new TransformError(
    'E_SHAPE',
    `${operation}: expected ${offset.length} features as fitted, got ${featureCount}`,
  );
}
