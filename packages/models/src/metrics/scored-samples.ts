import type { NdArray } from '@fashion-mnist/core';
import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';

/** Scores or probabilities: `[sampleCount, classCount]`, or `[sampleCount]` of the second of two classes. */
export type Scores = NdArray<Float32Array | Float64Array>;

/** What a metric that compares labels with scores takes. */
export interface LabelsOption {
  /** The classes of the columns, ascending. @default those that occur */
  readonly labels?: ArrayLike<number> | undefined;
}

/** True classes beside the scores of all classes. */
export interface ScoredSamples {
  readonly classes: Int32Array;
  /** The true class of each sample, `0..classes.length - 1`. */
  readonly codes: Int32Array;
  /** Whether there is one score per sample: that of the second class. */
  readonly isBinary: boolean;
  /** Row after row. */
  readonly scores: Float32Array | Float64Array;
}

/**
 * Labels and scores that fit each other.
 *
 * @throws {ModelsError} `E_SHAPE` - they do not; `E_LABELS` - classes are not ascending, fewer than two, not as many as
 *   columns, or lack a label; `E_NOT_FINITE` - a score.
 */
export function scoredSamples(yTrue: Labels, scores: Scores, { labels }: LabelsOption): ScoredSamples {
  const { data, shape } = scores;
  const [sampleCount = 0, columnCount] = shape;
  if (
    shape.length > 2 ||
    sampleCount !== yTrue.length ||
    sampleCount === 0 ||
    sampleCount * (columnCount ?? 1) !== data.length
  )
    throw new ModelsError(
      'E_SHAPE',
      `expected scores of ${yTrue.length} samples, at least one, as [samples] or [samples, classes], got [${shape.join(', ')}]`,
    );
  if (!data.every(Number.isFinite)) throw new ModelsError('E_NOT_FINITE', 'expected finite scores');
  const classes = classesOf(yTrue, labels);
  if (classes.length !== (columnCount ?? 2))
    throw new ModelsError(
      'E_LABELS',
      `expected scores of ${classes.length} classes, got ${columnCount ?? 2}; name classes that do not occur in labels`,
    );
  const codeOf = new Map(Array.from(classes, (label, code) => [label, code]));
  const codes = Int32Array.from(yTrue, (label) => codeOf.get(label) ?? -1);
  if (codes.includes(-1))
    throw new ModelsError('E_LABELS', `labels: expected all that occur, got no ${yTrue[codes.indexOf(-1)]}`);
  return { classes, codes, isBinary: columnCount === undefined, scores: data };
}

/** The scores of one class. */
export function scoresOfClass({ classes, scores }: ScoredSamples, code: number): Float64Array {
  return Float64Array.from(
    { length: scores.length / classes.length },
    (_, sample) => scores[sample * classes.length + code]!,
  );
}

function classesOf(yTrue: Labels, labels: ArrayLike<number> | undefined): Int32Array {
  const classes = labels === undefined ? Int32Array.from(new Set(yTrue)).toSorted() : Int32Array.from(labels);
  if (classes.length < 2 || classes.some((label, i) => i > 0 && label <= classes[i - 1]!))
    throw new ModelsError(
      'E_LABELS',
      `labels: expected at least two, ascending, got ${classes.join(', ') || 'none'}`,
    );
  return classes;
}
