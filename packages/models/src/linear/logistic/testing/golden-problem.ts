import { type NdArray, ndArray } from '@fashion-mnist/core';
import golden from '../../../../test/golden/logistic.json' with { type: 'json' };
import type { ScaledBytes } from '../../../samples/features.ts';
import type { LogisticRegressionOptions } from '../logistic-options.ts';

export const FEATURES: number = golden.shape[1] ?? 0;
const BYTES = Uint8Array.from(atob(golden.data), (character) => character.charCodeAt(0));
export const LABELS: readonly number[] = [...new Set(golden.labels)].toSorted((a, b) => a - b);
const scaling = { mean: Float64Array.from(golden.mean), scale: Float64Array.from(golden.scale) };

/** Samples of the first classes, or some others. */
export function rowsOf(classCount: number): number[] {
  return [...golden.labels.keys()].filter((row) => LABELS.indexOf(golden.labels[row] ?? 0) < classCount);
}

export function samplesOf(rows: readonly number[]): ScaledBytes {
  const data = Uint8Array.from(
    rows.flatMap((row) => [...BYTES.subarray(row * FEATURES, (row + 1) * FEATURES)]),
  );
  return { data, shape: [rows.length, FEATURES], scaling };
}

export function labelsOf(rows: readonly number[]): Int32Array {
  return Int32Array.from(rows, (row) => golden.labels[row] ?? 0);
}

export function asFloats({ data, shape }: ScaledBytes): NdArray<Float32Array> {
  const floats = Float32Array.from(data, (byte, i) => {
    const feature = i % FEATURES;
    return (byte - (scaling.mean[feature] ?? 0)) / (scaling.scale[feature] ?? 1);
  });
  return ndArray(floats, shape);
}

export interface Outputs {
  readonly coef: readonly number[];
  readonly intercept: readonly number[];
}

/** The penalised loss of a model whose classes and samples all count alike. */
export function objectiveOf(
  options: LogisticRegressionOptions,
  classCount: number,
  { coef, intercept }: Outputs,
): number {
  const { penalty = 'l2', C = 1, l1Ratio, solver, multiClass = 'auto', interceptScaling = 1 } = options;
  const rows = rowsOf(classCount);
  const { data } = asFloats(samplesOf(rows));
  const scores = [...rows.keys()].map((row) => {
    const features = [...data.subarray(row * FEATURES, (row + 1) * FEATURES)];
    return intercept.map((start, output) =>
      features.reduce((sum, value, k) => sum + value * (coef[output * FEATURES + k] ?? 0), start),
    );
  });
  const codes = Array.from(labelsOf(rows), (label) => LABELS.indexOf(label));
  const isJoint =
    multiClass === 'multinomial' || (multiClass === 'auto' && isJointByDefault(solver, classCount));
  // Of two classes fitted at once only one output is kept; the other one is its opposite.
  const isHalf = isJoint && classCount === 2;
  const losses = scores.map((outputs, row) => {
    const code = codes[row] ?? 0;
    const all = isHalf ? outputs.flatMap((score) => [-score, score]) : outputs;
    if (isJoint) return Math.log(all.reduce((sum, score) => sum + Math.exp(score - (all[code] ?? 0)), 0));
    return all.reduce((sum, score, output) => {
      const isOwn = classCount === 2 ? code === 1 : code === output;
      return sum + Math.log1p(Math.exp(isOwn ? -score : score));
    }, 0);
  });
  const held =
    solver === 'liblinear' ? [...coef, ...intercept.map((value) => value / interceptScaling)] : coef;
  const share = penalty === 'l1' ? 1 : penalty === 'elasticnet' ? (l1Ratio ?? 0) : 0;
  const cost = held.reduce((sum, value) => sum + share * Math.abs(value) + ((1 - share) * value ** 2) / 2, 0);
  return losses.reduce((sum, loss) => sum + loss, 0) + (penalty === null ? 0 : ((isHalf ? 2 : 1) * cost) / C);
}

function isJointByDefault(solver: LogisticRegressionOptions['solver'], classCount: number): boolean {
  return classCount > 2 && solver !== 'liblinear' && solver !== 'newton-cholesky';
}
