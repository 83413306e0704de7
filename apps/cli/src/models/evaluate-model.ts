import type { NdArray, ProgressListener } from '@fashion-mnist/core';
import {
  accuracyScore,
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
} from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';

/** How good a model is on pictures whose labels are known. */
export interface Evaluation {
  readonly count: number;
  /** Share of right answers, `0..1`. */
  readonly accuracy: number;
  readonly report: ClassificationReport;
  /** Labels of the rows and columns of the confusion matrix. */
  readonly classes: Int32Array;
  /** Rows true, columns predicted. */
  readonly confusion: NdArray<Uint32Array>;
  readonly seconds: number;
}

/** @param predict - The label that the model takes each picture for. */
export async function evaluateModel(
  predict: (onProgress: ProgressListener) => Promise<Int32Array>,
  labels: Uint8Array,
  { progress }: CommandContext,
): Promise<Evaluation> {
  const start = performance.now();
  const predicted = await predict(progress.listen('predict'));
  progress.drop('predict');
  const { classes, counts } = confusionMatrix(labels, predicted);
  return {
    count: labels.length,
    accuracy: accuracyScore(labels, predicted),
    report: classificationReport(labels, predicted),
    classes,
    confusion: { data: Uint32Array.from(counts.data), shape: counts.shape },
    seconds: (performance.now() - start) / 1000,
  };
}
