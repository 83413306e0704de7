import { type NdArray, ndArray } from '@fashion-mnist/core';
import type { Neighbors } from '@fashion-mnist/kernels';
import {
  crossValPredictProba,
  findLabelErrors,
  type LabelErrors,
  type OutOfFoldProbabilities,
  RandomForestClassifier,
} from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';
import type { AuditedImages } from './audited-images.ts';

const TREES = 100;
/** What says which labels are doubtful. */
export const WITNESS: string = `random forest of ${TREES} trees`;

export interface DoubtfulLabelsOptions {
  readonly folds: number;
  readonly seed: number;
  readonly threads: number | undefined;
}

/** Labels that are probably wrong, and how good the witness is. */
export interface DoubtfulLabels extends Pick<LabelErrors, 'suspects'> {
  /** Share of the images whose label the witness predicts without having learned from them, `0..1`. */
  readonly accuracy: number;
  /** Share of the labels that are wrong if the witness is taken at its word, `0..1`. */
  readonly wrongShare: number;
}

/** Asks a forest that has learned from the other folds, and the nearest images. */
export async function findDoubtfulLabels(
  { images, labels }: Pick<AuditedImages, 'images' | 'labels'>,
  neighbors: Neighbors,
  { folds, seed, threads }: DoubtfulLabelsOptions,
  { signal, progress }: CommandContext,
): Promise<DoubtfulLabels> {
  const forest = new RandomForestClassifier({ nEstimators: TREES });
  const onProgress = progress.listen('labels');
  const run = { folds, shuffle: true, seed, threads, signal, onProgress };
  const outOfFold = await crossValPredictProba(forest, images, labels, run);
  const neighborLabels = labelsOfNeighbors(neighbors, labels);
  const { suspects, joint, classes } = findLabelErrors(labels, outOfFold.probabilities, { neighborLabels });
  progress.drop('labels');
  const rightShare = classes.reduce(
    (sum, _, code) => sum + (joint.data[code * (classes.length + 1)] ?? 0),
    0,
  );
  return { suspects, accuracy: accuracyOf(outOfFold, labels), wrongShare: 1 - rightShare };
}

/** The labels of each image's nearest others; of one with more duplicates than neighbours, of all but the last. */
function labelsOfNeighbors({ indices }: Neighbors, labels: Uint8Array): NdArray<Uint8Array> {
  const [sampleCount = 0, listed = 0] = indices.shape;
  const others = new Uint8Array(sampleCount * (listed - 1));
  for (let sample = 0; sample < sampleCount; sample++) {
    const near = indices.data
      .subarray(sample * listed, (sample + 1) * listed)
      .filter((other) => other !== sample);
    near.subarray(0, listed - 1).forEach((other, place) => {
      others[sample * (listed - 1) + place] = labels[other] ?? 0;
    });
  }
  return ndArray(others, [sampleCount, listed - 1]);
}

function accuracyOf({ classes, probabilities }: OutOfFoldProbabilities, labels: Uint8Array): number {
  const right = labels.filter((label, sample) => {
    const row = probabilities.data.subarray(sample * classes.length, (sample + 1) * classes.length);
    return classes[row.indexOf(Math.max(...row))] === label;
  });
  return right.length / labels.length;
}
