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
  return mapSamples(operation, samples, lines, (values, start, mapped) => {
    for (let feature = 0; feature < offset.length; feature++) {
      const value = values[start + feature] as number;
      mapped[start + feature] = (value - (offset[feature] as number)) / (divisor[feature] as number);
    }
  });
}

/** `x * divisor + offset`, rounded once to float32; keeps the shape. */
export function invertLines(
  operation: string,
  samples: NdArray<Pixels>,
  lines: FeatureLines,
): NdArray<Float32Array> {
  const { offset, divisor } = lines;
  return mapSamples(operation, samples, lines, (values, start, mapped) => {
    for (let feature = 0; feature < offset.length; feature++) {
      const value = values[start + feature] as number;
      mapped[start + feature] = value * (divisor[feature] as number) + (offset[feature] as number);
    }
  });
}

/** Writes what becomes of one sample, whose features begin at `start`. */
type MapSample = (values: Pixels, start: number, mapped: Float32Array) => void;

function mapSamples(
  operation: string,
  samples: NdArray<Pixels>,
  { offset }: FeatureLines,
  mapSample: MapSample,
): NdArray<Float32Array> {
  requirePixels(operation, samples);
  const { featureCount } = sampleRows(operation, samples);
  if (featureCount !== offset.length)
    throw new TransformError(
      'E_SHAPE',
      `${operation}: expected ${offset.length} features as fitted, got ${featureCount}`,
    );
  const data = new Float32Array(samples.data.length);
  for (let start = 0; start < data.length; start += featureCount) mapSample(samples.data, start, data);
  return { data, shape: samples.shape };
}
