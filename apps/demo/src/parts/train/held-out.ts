import type { DatasetEntry } from '../../data/data-index.ts';
import type { DataSplit } from '../../work/training/open-trainer.ts';

/** Of so many training images one is kept back, and of all at most so many. */
const ONE_OF = 12;
const MOST = 5000;

/** How a dataset is used to train and to judge. */
export interface TrainingSplit extends DataSplit {
  /** Images that can be learned from: the ids `0..learnableCount - 1`. */
  readonly learnableCount: number;
}

/**
 * The last training images are kept back: they are in no order, so they are like the others.
 *
 * @returns undefined where a dataset has no training images or no test images.
 */
export function splitForTraining({ splits }: Pick<DatasetEntry, 'splits'>): TrainingSplit | undefined {
  const train = splits.find(({ split }) => split === 'train');
  const test = splits.find(({ split }) => split === 'test');
  if (train === undefined || test === undefined || train.first !== 0 || train.count < 2) return undefined;
  const count = Math.min(MOST, Math.max(1, Math.round(train.count / ONE_OF)));
  const learnableCount = train.count - count;
  return {
    learnableCount,
    heldOut: { first: learnableCount, count },
    test: { first: test.first, count: test.count },
  };
}
