import { createRng, type Rng } from '@fashion-mnist/core';
import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { proportionalCounts } from './proportional-counts.ts';
import { type SplitSize, type SplitSizes, splitSizes } from './split-sizes.ts';

/** Positions of the samples to learn from, and of those to test on. */
export interface SplitIndices {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** How many samples `trainTestSplit` puts on each side, and which. */
export interface TrainTestSplitOptions {
  /** Samples to test on. @default what is not trained on, or else `{ fraction: 0.25 }` */
  readonly testSize?: SplitSize | undefined;
  /** Samples to learn from. @default what is not tested on */
  readonly trainSize?: SplitSize | undefined;
  /** Whether to take them by chance; else the first ones are learned from, the next ones tested on. @default true */
  readonly shuffle?: boolean | undefined;
  /** Labels whose shares both parts shall have. @default undefined, by chance alone */
  readonly stratify?: Labels | undefined;
  /** Where chance begins. @default 0 */
  readonly seed?: number | undefined;
}

/**
 * Parts samples in some to learn from and some to test on. `takeSamples` and `takeLabels` take them.
 *
 * @throws {ModelsError} `E_OPTION` - a size does not fit, is too small for one sample per class, or `stratify` comes
 *   without `shuffle`; `E_SHAPE` - not one label per sample; `E_LABELS` - a class has one sample only.
 * @see sklearn.model_selection.train_test_split; other samples are drawn, the numbers are the same
 */
export function trainTestSplit(sampleCount: number, options: TrainTestSplitOptions = {}): SplitIndices {
  const { testSize, trainSize, shuffle = true, stratify, seed = 0 } = options;
  const sizes = splitSizes(sampleCount, trainSize, testSize);
  if (stratify === undefined) {
    const order = shuffle
      ? createRng(seed).permutation(sampleCount)
      : Uint32Array.from({ length: sampleCount }, (_, i) => i);
    // The test samples come first in the random order, as in scikit-learn.
    return shuffle
      ? { test: order.slice(0, sizes.test), train: order.slice(sizes.test, sizes.test + sizes.train) }
      : { train: order.slice(0, sizes.train), test: order.slice(sizes.train, sizes.train + sizes.test) };
  }
  if (!shuffle)
    throw new ModelsError('E_OPTION', 'stratify: expected none without shuffle, as in scikit-learn');
  return stratifiedSplit(stratify, sampleCount, sizes, createRng(seed));
}

function stratifiedSplit(labels: Labels, sampleCount: number, sizes: SplitSizes, rng: Rng): SplitIndices {
  const members = membersOfClasses(labels, sampleCount);
  requireSizes(sizes, members.length);
  const counts = members.map(({ length }) => length);
  const trainCounts = proportionalCounts(counts, sizes.train, rng);
  const rest = counts.map((count, code) => count - trainCounts[code]!);
  const testCounts = proportionalCounts(rest, sizes.test, rng);
  const [train, test]: [number[], number[]] = [[], []];
  members.forEach((samples, code) => {
    const order = rng.permutation(samples.length);
    const [forTrain, forTest] = [trainCounts[code]!, testCounts[code]!];
    for (let i = 0; i < forTrain; i++) train.push(samples[order[i]!]!);
    for (let i = forTrain; i < forTrain + forTest; i++) test.push(samples[order[i]!]!);
  });
  return { train: shuffled(train, rng), test: shuffled(test, rng) };
}

function membersOfClasses(labels: Labels, sampleCount: number): number[][] {
  const { classes, codes } = encodeLabels(labels, sampleCount);
  const members = Array.from(classes, (): number[] => []);
  codes.forEach((code, sample) => members[code]!.push(sample));
  const lonely = members.findIndex(({ length }) => length < 2);
  if (lonely >= 0)
    throw new ModelsError(
      'E_LABELS',
      `stratify: expected at least two samples of each class, got one of ${classes[lonely]}`,
    );
  return members;
}

function requireSizes({ train, test }: SplitSizes, classCount: number): void {
  if (train >= classCount && test >= classCount) return;
  throw new ModelsError(
    'E_OPTION',
    `stratify: expected at least ${classCount} samples in each part, one per class, got ${train} and ${test}`,
  );
}

function shuffled(samples: readonly number[], rng: Rng): Uint32Array {
  return rng.permutation(samples.length).map((place) => samples[place]!);
}
