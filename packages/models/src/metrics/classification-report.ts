import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { confusionMatrix, marginsOf } from './confusion-matrix.ts';
import type { WeightedMetricOptions } from './sample-weight-option.ts';

/** How well a class is found. */
export interface ClassScores {
  /** Share of those predicted that are right; 0 where none is predicted. */
  readonly precision: number;
  /** Share of the true ones that are predicted; 0 where there is none. */
  readonly recall: number;
  /** Harmonic mean of precision and recall; 0 where both are 0. */
  readonly f1: number;
  /** True samples, or the sum of their weights. */
  readonly support: number;
}

/** Precision, recall and F1 of each class, and their means. */
export interface ClassificationReport {
  readonly classes: Int32Array;
  /** In the order of the classes. */
  readonly perClass: readonly ClassScores[];
  readonly accuracy: number;
  /** Means over the classes; the support is that of all samples. */
  readonly macroAverage: ClassScores;
  /** Means over the classes, weighted by their support. */
  readonly weightedAverage: ClassScores;
}

/** Which classes `classificationReport` lists, and how much samples count. */
export interface ClassificationReportOptions extends WeightedMetricOptions {
  /** The classes in this order, among them all that occur. @default all that occur, ascending */
  readonly labels?: ArrayLike<number> | undefined;
}

/**
 * Precision, recall and F1 of every class, and their averages. `formatClassificationReport` makes a text of it.
 *
 * @throws {ModelsError} `E_SHAPE` - the lengths differ, or there is no label; `E_LABELS` - a label that occurs is not among
 *   `labels`; `E_NOT_FINITE` - weights.
 * @see sklearn.metrics.classification_report
 */
export function classificationReport(
  yTrue: Labels,
  yPred: Labels,
  options: ClassificationReportOptions = {},
): ClassificationReport {
  const { classes, counts } = confusionMatrix(yTrue, yPred, options);
  requireAll(classes, yTrue, yPred);
  const { rows, columns } = marginsOf(counts);
  const right = rows.map((_, code) => counts.data[code * (classes.length + 1)]!);
  const perClass = Array.from(right, (count, code) => scoresOf(count, columns[code]!, rows[code]!));
  const total = sum(rows);
  return {
    classes,
    perClass,
    accuracy: sum(right) / total,
    macroAverage: average(perClass, () => 1 / classes.length, total),
    weightedAverage: average(perClass, ({ support }) => support / total, total),
  };
}

function scoresOf(right: number, predicted: number, support: number): ClassScores {
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = support === 0 ? 0 : right / support;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, support };
}

function average(
  perClass: readonly ClassScores[],
  weightOf: (scores: ClassScores) => number,
  support: number,
): ClassScores {
  const mean = (name: 'precision' | 'recall' | 'f1') =>
    perClass.reduce((total, scores) => total + scores[name] * weightOf(scores), 0);
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1'), support };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function requireAll(classes: Int32Array, ...labels: readonly Labels[]): void {
  const known = new Set(classes);
  for (const label of labels.flatMap((each) => [...each])) {
    if (!known.has(label))
      throw new ModelsError('E_LABELS', `labels: expected all that occur among them, got no ${label}`);
  }
}
