import type { NdArray } from '@fashion-mnist/core';
import type { Features, FittedClassifier } from '@fashion-mnist/models';

/** A fitted model that scores linearly, as far as its objective needs it. */
interface LinearModel extends FittedClassifier {
  /** Shape `[classCount, featureCount]`. */
  readonly coef: NdArray<Float64Array>;
  readonly intercept: Float64Array;
}

/**
 * What a linear support vector machine with the squared hinge loss minimises, summed over the classes, in float64: the
 * definition, with the intercept regularised as liblinear does.
 */
export function squaredHingeObjective(
  model: FittedClassifier,
  x: Features,
  labels: Uint8Array,
  C: number,
): number {
  const { coef, intercept, classes, featureCount } = model as LinearModel;
  const scaling = 'scaling' in x ? x.scaling : undefined;
  const row = new Float64Array(featureCount);
  let total = 0;
  for (const [code] of classes.entries()) {
    const weights = coef.data.subarray(code * featureCount, (code + 1) * featureCount);
    total += 0.5 * (weights.reduce((sum, weight) => sum + weight * weight, 0) + (intercept[code] ?? 0) ** 2);
  }
  for (let sample = 0; sample < labels.length; sample++) {
    for (let i = 0; i < featureCount; i++) {
      const stored = x.data[sample * featureCount + i] ?? 0;
      row[i] = scaling === undefined ? stored : (stored - (scaling.mean[i] ?? 0)) / (scaling.scale[i] ?? 1);
    }
    for (const [code, label] of classes.entries()) {
      let score = intercept[code] ?? 0;
      for (let i = 0; i < featureCount; i++)
        score += (coef.data[code * featureCount + i] ?? 0) * (row[i] ?? 0);
      total += C * Math.max(0, 1 - (labels[sample] === label ? score : -score)) ** 2;
    }
  }
  return total;
}
