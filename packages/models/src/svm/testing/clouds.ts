import { createRng } from '@fashion-mnist/core';
import type { Features } from '../../samples/features.ts';

/** Overlapping clouds of samples, class after class in turn. */
export interface Clouds {
  readonly x: Features;
  readonly y: Int32Array;
}

/** @param labels - One per class. */
export function byteClouds(
  sampleCount: number,
  featureCount: number,
  labels: readonly number[],
  seed: number,
): Clouds {
  const rng = createRng(seed);
  const y = Int32Array.from({ length: sampleCount }, (_, i) => labels[i % labels.length]!);
  const centres = labels.map((_, label) =>
    Array.from({ length: featureCount }, () => 90 + ((label * 37) % 61) + 30 * rng.nextNormal()),
  );
  const data = Uint8Array.from({ length: sampleCount * featureCount }, (_, i) => {
    const row = Math.floor(i / featureCount);
    const value = centres[row % labels.length]![i % featureCount]! + 45 * rng.nextNormal();
    return Math.max(0, Math.min(255, Math.round(value)));
  });
  return { x: { data, shape: [sampleCount, featureCount] }, y };
}

/** The same samples in another form: as float32, or as bytes with the scaling of a StandardScaler. */
export function asForm(x: Features, form: 'bytes' | 'floats' | 'scaled'): Features {
  const [count = 0, width = 1] = x.shape;
  if (form === 'bytes') return x;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (let i = 0; i < x.data.length; i++) mean[i % width]! += x.data[i]! / count;
  for (let i = 0; i < x.data.length; i++) scale[i % width]! += (x.data[i]! - mean[i % width]!) ** 2 / count;
  const scaling = { mean, scale: scale.map((variance) => Math.sqrt(variance) || 1) };
  if (form === 'scaled') return { data: Uint8Array.from(x.data), shape: x.shape, scaling };
  const floats = Float32Array.from(
    x.data,
    (value, i) => (value - mean[i % width]!) / scaling.scale[i % width]!,
  );
  return { data: floats, shape: x.shape };
}
