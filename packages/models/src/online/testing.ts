import { createRng, ndArray } from '@fashion-mnist/core';
import type { Classifier } from '../classifier.ts';
import type { Estimator } from '../estimator.ts';
import { estimators } from '../estimators.ts';
import type { ScaledBytes } from '../samples/features.ts';
import type { FittedOnlineClassifier } from './fitted-online-classifier.ts';

export function estimatorNamed(name: string): Estimator {
  return estimators.find((estimator) => estimator.name === name)!;
}

/** A classifier of this family by its name. */
export function onlineClassifier(name: string, options: object = {}): Classifier<FittedOnlineClassifier> {
  return estimatorNamed(name).create(
    options as Record<string, unknown>,
  ) as Classifier<FittedOnlineClassifier>;
}

/** Bytes around one centre per class, scaled to about unit size; labels 10, 20, ... */
export function clusters(
  sampleCount: number,
  featureCount: number,
  classCount: number,
): { readonly x: ScaledBytes; readonly y: Int32Array } {
  const rng = createRng(sampleCount + featureCount);
  const centres = Uint8Array.from({ length: classCount * featureCount }, () => 80 + rng.nextInt(90));
  const y = Int32Array.from({ length: sampleCount }, () => 10 + 10 * rng.nextInt(classCount));
  const data = Uint8Array.from({ length: sampleCount * featureCount }, (_, i) => {
    const code = y[Math.floor(i / featureCount)]! / 10 - 1;
    return centres[code * featureCount + (i % featureCount)]! + rng.nextInt(121) - 60;
  });
  const scaling = {
    mean: Float64Array.from({ length: featureCount }, (_, i) => 120 + (i % 7)),
    scale: Float64Array.from({ length: featureCount }, (_, i) => 40 + (i % 5)),
  };
  return { x: { ...ndArray(data, [sampleCount, featureCount]), scaling }, y };
}
