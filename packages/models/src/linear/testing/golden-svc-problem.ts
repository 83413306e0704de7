import { ndArray } from '@fashion-mnist/core';
import { expect } from 'vitest';
import golden from '../../../test/golden/linear-svc.json' with { type: 'json' };
import type { Features, ScaledBytes } from '../../samples/features.ts';
import type { FittedLinearSVC, LinearSVCOptions } from '../linear-svc.ts';

export const FEATURES: number = golden.shape[1] ?? 0;
const BYTES = Uint8Array.from(atob(golden.data), (character) => character.charCodeAt(0));
const scaling = { mean: Float64Array.from(golden.mean), scale: Float64Array.from(golden.scale) };

/** Some samples of the golden problem, as bytes with scaling. */
export function samplesOf(rows: readonly number[]): ScaledBytes {
  const data = Uint8Array.from(
    rows.flatMap((row) => [...BYTES.subarray(row * FEATURES, (row + 1) * FEATURES)]),
  );
  return { data, shape: [rows.length, FEATURES], scaling };
}

export const labelsOf = (rows: readonly number[]): Int32Array =>
  Int32Array.from(rows, (row) => golden.labels[row] ?? 0);
/** All samples of it. */
export const ALL: readonly number[] = Array.from(golden.labels.keys());

export function asFloats({ data, shape }: ScaledBytes): Features {
  const floats = Float32Array.from(data, (byte, i) => {
    const feature = i % FEATURES;
    return (byte - (scaling.mean[feature] ?? 0)) / (scaling.scale[feature] ?? 1);
  });
  return ndArray(floats, shape);
}

/** Weights and intercepts in one list. */
export const allOf = (model: FittedLinearSVC): number[] => [...model.coef.data, ...model.intercept];
const norm = (values: readonly number[]) => Math.hypot(...values);

/** Distance of two lists relative to the length of the second one. */
export function distance(actual: readonly number[], expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return norm(expected.map((value, i) => value - (actual[i] ?? Number.NaN))) / norm(expected);
}

/** What liblinear minimises, summed over the outputs. */
export function objectiveOf(
  {
    penalty = 'l2',
    loss = 'squaredHinge',
    C = 1,
    multiClass = 'ovr',
    interceptScaling = 1,
    classWeight,
  }: LinearSVCOptions,
  rows: readonly number[],
  sampleWeight: readonly number[] | undefined,
  { coef, intercept }: { coef: readonly number[]; intercept: readonly number[] },
): number {
  const labels = labelsOf(rows);
  const classes = [...new Set(labels)].toSorted((a, b) => a - b);
  const weightOf = (label: number) => {
    if (classWeight === 'balanced')
      return labels.length / (classes.length * labels.filter((other) => other === label).length);
    return classWeight?.[label] ?? 1;
  };
  const parameters = [...coef, ...intercept.map((value) => value / interceptScaling)];
  const cost = (value: number) =>
    penalty === 'l1' && multiClass === 'ovr' ? Math.abs(value) : value ** 2 / 2;
  // Of two classes fitted at once only the difference of their weights is known, which halves the penalty.
  const halves = multiClass === 'crammerSinger' && intercept.length === 1 ? 2 : 1;
  let objective = parameters.reduce((sum, value) => sum + cost(value), 0) / halves;
  const features = asFloats(samplesOf(rows)).data;
  for (const [i, label] of labels.entries()) {
    const scores = intercept.map((start, output) =>
      coef
        .slice(output * FEATURES, (output + 1) * FEATURES)
        .reduce((sum, w, k) => sum + w * (features[i * FEATURES + k] ?? 0), start),
    );
    const own = classes.indexOf(label);
    const weight = C * (sampleWeight?.[i] ?? 1);
    if (multiClass === 'crammerSinger') {
      const all = scores.length === 1 ? [0, scores[0] ?? 0] : scores;
      const rivals = all.map((score, k) => score + (k === own ? 0 : 1));
      objective += weight * weightOf(label) * (Math.max(...rivals) - (all[own] ?? 0));
    } else
      for (const [output, score] of scores.entries()) {
        const isOwn = scores.length === 1 ? own === 1 : output === own;
        const within = Math.max(0, 1 - (isOwn ? score : -score));
        const classCost = isOwn || scores.length === 1 ? weightOf(label) : 1;
        objective += weight * classCost * (loss === 'hinge' ? within : within ** 2);
      }
  }
  return objective;
}
