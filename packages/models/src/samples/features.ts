import { elementCount, type NdArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { ModelsError } from '../errors.ts';

/** How stored values stand for features: `(value - mean) / scale`, feature by feature. */
export interface FeatureScaling {
  /** One per feature. */
  readonly mean: Float64Array;
  /** One per feature, not 0. */
  readonly scale: Float64Array;
}

/** Bytes that stand for scaled features: a quarter of the memory of these, and what the fastest kernels read. */
export interface ScaledBytes extends NdArray<Uint8Array> {
  readonly scaling: FeatureScaling;
}

/** What estimators learn from: bytes, float32, or scaled bytes; shape `[sampleCount, ...featureShape]`. */
export type Features = Samples | ScaledBytes;

/** A checked view of features as a matrix `[sampleCount, featureCount]`. */
export interface FeatureMatrix {
  readonly data: Uint8Array | Float32Array;
  readonly sampleCount: number;
  readonly featureCount: number;
  /** Of bytes only. */
  readonly scaling: FeatureScaling | undefined;
}

/**
 * Features as a matrix.
 *
 * @param featureCount - As fitted; any when left out.
 * @throws {ModelsError} `E_SHAPE` - the data do not fit the shape or the fitted model, or there is no sample or feature;
 *   `E_NOT_FINITE` - a value or the scaling is not finite.
 */
export function featureMatrix(x: Features, featureCount?: number): FeatureMatrix {
  const { data, shape } = x;
  const [sampleCount = 0, ...featureShape] = shape;
  const width = elementCount(featureShape);
  if (sampleCount === 0 || width === 0 || sampleCount * width !== data.length)
    throw new ModelsError(
      'E_SHAPE',
      `x: expected [sampleCount, ...features] with at least one of each, got [${shape.join(', ')}] for ${data.length} values`,
    );
  if (featureCount !== undefined && width !== featureCount)
    throw new ModelsError('E_SHAPE', `x: expected ${featureCount} features as fitted, got ${width}`);
  if (data instanceof Float32Array) requireFinite(data);
  const scaling = scalingOf(x);
  if (scaling !== undefined) requireScaling(scaling, data, width);
  return { data, sampleCount, featureCount: width, scaling };
}

/** What stored values are scaled by, if anything. */
export function scalingOf(x: Features): FeatureScaling | undefined {
  return 'scaling' in x ? x.scaling : undefined;
}

/** Whether equal stored values stand for equal features. */
export function areScaledAlike(a: Features, b: Features): boolean {
  const [one, other] = [scalingOf(a), scalingOf(b)];
  if (one === undefined || other === undefined) return one === other;
  return one === other || (areEqual(one.mean, other.mean) && areEqual(one.scale, other.scale));
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** The features themselves as float32: the data where these are float32 already, else a new array. */
export function floatFeatures({ data, featureCount, scaling }: FeatureMatrix): Float32Array {
  if (data instanceof Float32Array) return data;
  if (scaling === undefined) return Float32Array.from(data);
  const { mean, scale } = scaling;
  const floats = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += featureCount) {
    for (let feature = 0; feature < featureCount; feature++)
      floats[start + feature] = (data[start + feature]! - mean[feature]!) / scale[feature]!;
  }
  return floats;
}

function requireScaling(
  { mean, scale }: FeatureScaling,
  data: Uint8Array | Float32Array,
  width: number,
): void {
  if (!(data instanceof Uint8Array))
    throw new ModelsError('E_SHAPE', 'x.scaling: expected it beside bytes, got it beside float32');
  if (mean.length !== width || scale.length !== width)
    throw new ModelsError(
      'E_SHAPE',
      `x.scaling: expected a mean and a scale for each of ${width} features, got ${mean.length} and ${scale.length}`,
    );
  if (!mean.every(Number.isFinite) || !scale.every((value) => Number.isFinite(value) && value !== 0))
    throw new ModelsError('E_NOT_FINITE', 'x.scaling: expected finite means and finite scales other than 0');
}

/** Short enough that engines compile the loop over it. */
const FINITE_BLOCK = 4096;

function requireFinite(data: Float32Array): void {
  for (let start = 0; start < data.length; start += FINITE_BLOCK) {
    const block = data.subarray(start, start + FINITE_BLOCK);
    if (isFiniteBlock(block)) continue;
    const index = start + block.findIndex((value) => !Number.isFinite(value));
    throw new ModelsError('E_NOT_FINITE', `x: expected finite values, got ${data[index]} at ${index}`);
  }
}

function isFiniteBlock(block: Float32Array): boolean {
  for (let i = 0; i < block.length; i++) if (!Number.isFinite(block[i])) return false;
  return true;
}
