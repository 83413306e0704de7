import type { NdArray } from '@fashion-mnist/core';
import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import {
  type LabelsOption,
  type ScoredSamples,
  type Scores,
  scoredSamples,
} from '../metrics/scored-samples.ts';
import { type ConfidentJoint, confidentJoint, estimateJoint } from './confident-joint.ts';

/** What `findLabelErrors` knows beside the probabilities. */
export interface FindLabelErrorsOptions extends LabelsOption {
  /** Shape `[sampleCount, k]`: the labels of each sample's nearest others, a second witness. @default none */
  readonly neighborLabels?: NdArray<Labels> | undefined;
}

/** A sample whose label is doubtful. */
export interface LabelSuspect {
  /** Its position among the samples. */
  readonly sample: number;
  readonly label: number;
  /** The class that it confidently belongs to. */
  readonly suggestion: number;
  /** The probability of its label, less that of the likeliest other class: `-1..1`, the lower the more doubtful. */
  readonly margin: number;
  /** The share of its neighbours that bear another label; undefined without neighbours. */
  readonly disagreement: number | undefined;
  /** `(1 - margin) / 2`, or the mean of that and the disagreement: `0..1`, the higher the more doubtful. */
  readonly doubt: number;
}

/** Where labels and predictions contradict each other with confidence. */
export interface LabelErrors {
  /** The labels in the order of rows and columns. */
  readonly classes: Int32Array;
  /** Shape `[classCount]`: how probable a class must be for a sample to belong to it; NaN for one without samples. */
  readonly thresholds: Float64Array;
  /** Shape `[classCount, classCount]`: samples by label (rows) and by the class they confidently belong to (columns). */
  readonly confidentJoint: NdArray<Float64Array>;
  /** Shape `[classCount, classCount]`, adds up to 1: the estimated shares of labels (rows) and true classes (columns). */
  readonly joint: NdArray<Float64Array>;
  /** The most doubtful first; equally doubtful ones in the order of the samples. */
  readonly suspects: readonly LabelSuspect[];
}

/**
 * Labels that are probably wrong, by confident learning: those of samples that confidently belong to another class, which
 * means that they reach the mean probability that the samples of that class have of it.
 *
 * @param probabilities - Shape `[sampleCount, classCount]`, by a model that has not learned from these samples, as by
 *   cross-validation: one that has repeats their labels.
 * @throws {ModelsError} `E_SHAPE`; `E_LABELS`; `E_NOT_FINITE` - a probability.
 * @remarks O(sampleCount · classCount). Suspects are to be looked at, not to be deleted: models err more often than labels.
 * @see Northcutt, Jiang & Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels", the confident joint;
 *   ranked by normalised margin
 */
export function findLabelErrors(
  y: Labels,
  probabilities: Scores,
  options: FindLabelErrorsOptions = {},
): LabelErrors {
  if (probabilities.shape.length !== 2)
    throw new ModelsError(
      'E_SHAPE',
      `expected probabilities [samples, classes], got [${probabilities.shape.join(', ')}]`,
    );
  const samples = scoredSamples(y, probabilities, options);
  const disagreementOf = disagreements(y, options.neighborLabels);
  const joint = confidentJoint(samples);
  const suspects = suspectsOf(samples, joint).map((suspect) => {
    const byModel = (1 - suspect.margin) / 2;
    const disagreement = disagreementOf?.(suspect.sample);
    const doubt = disagreement === undefined ? byModel : (byModel + disagreement) / 2;
    return { ...suspect, disagreement, doubt };
  });
  return {
    classes: samples.classes,
    thresholds: joint.thresholds,
    confidentJoint: joint.counts,
    joint: estimateJoint(joint.counts, samples.codes),
    suspects: suspects.toSorted((a, b) => b.doubt - a.doubt || a.sample - b.sample),
  };
}

/** Those off the diagonal of the confident joint, in order. */
function suspectsOf({ classes, codes, scores }: ScoredSamples, { confident }: ConfidentJoint) {
  const suspects: Omit<LabelSuspect, 'disagreement' | 'doubt'>[] = [];
  codes.forEach((code, sample) => {
    const other = confident[sample]!;
    if (other < 0 || other === code) return;
    const first = sample * classes.length;
    let likeliest = -Infinity;
    for (let at = 0; at < classes.length; at++)
      if (at !== code) likeliest = Math.max(likeliest, scores[first + at]!);
    const margin = scores[first + code]! - likeliest;
    suspects.push({ sample, label: classes[code]!, suggestion: classes[other]!, margin });
  });
  return suspects;
}

/** The share of a sample's neighbours that bear another label. */
function disagreements(
  y: Labels,
  neighborLabels: NdArray<Labels> | undefined,
): ((sample: number) => number) | undefined {
  if (neighborLabels === undefined) return undefined;
  const { data, shape } = neighborLabels;
  const [sampleCount, k = 0] = shape;
  if (shape.length !== 2 || sampleCount !== y.length || k === 0 || data.length !== y.length * k)
    throw new ModelsError(
      'E_SHAPE',
      `neighborLabels: expected [${y.length}, k], k at least 1, got [${shape.join(', ')}] for ${data.length} labels`,
    );
  return (sample) => {
    let others = 0;
    for (let at = sample * k; at < (sample + 1) * k; at++) others += Number(data[at] !== y[sample]);
    return others / k;
  };
}
