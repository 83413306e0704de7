import type { NdArray } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedArray, savedFiniteArray } from '../persistence/saved-values.ts';
import { type Features, scalingOf } from '../samples/features.ts';

/** Scales beyond these would leave the range in which features are compared. */
const SCALES = Object.freeze({ least: 1e-15, greatest: 1e15 });

/** Samples as arrays of a saved model. */
export function featureArrays(samples: Features): Record<string, NdArray> {
  const { data, shape } = samples;
  const scaling = scalingOf(samples);
  if (scaling === undefined) return { samples: { data, shape } };
  const { mean, scale } = scaling;
  return {
    samples: { data, shape },
    mean: { data: mean, shape: [mean.length] },
    scale: { data: scale, shape: [scale.length] },
  };
}

/** @throws {ModelsError} `E_MODEL` - there are no such samples, or their scaling does not fit. */
export function savedFeatures(state: ModelState): Features {
  const { samples: saved, scale: savedScale } = state.arrays;
  const anyShape = Array<null>(Math.max(2, saved?.shape.length ?? 0)).fill(null);
  if (saved?.data instanceof Float32Array) return savedFiniteArray(state, 'samples', Float32Array, anyShape);
  const { data, shape } = savedArray(state, 'samples', Uint8Array, anyShape);
  if (savedScale === undefined) return { data, shape };
  const featureCount = data.length / shape[0]!;
  const mean = savedFiniteArray(state, 'mean', Float64Array, [featureCount]).data;
  const scale = savedFiniteArray(state, 'scale', Float64Array, [featureCount]).data;
  const isInRange = (value: number) => Math.abs(value) >= SCALES.least && Math.abs(value) <= SCALES.greatest;
  if (!scale.every(isInRange))
    throw new ModelsError('E_MODEL', `saved ${state.estimator}: scale: expected numbers other than 0`);
  return { data, shape, scaling: { mean, scale } };
}
