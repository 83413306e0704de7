import { ModelsError } from '@fashion-mnist/models';
import { BenchmarkError } from '../errors.ts';
import { createClassifier } from '../grid/create-classifier.ts';
import { FAMILY_COSTS, type FamilyCost, type Options } from './family-costs.ts';
import type { JobDescription } from './job.ts';

/** What a job takes. */
export interface ExpectedCost {
  /** Of fitting, predicting and shuffling, on two cores. */
  readonly seconds: number;
  /** The most memory of the process that does it. */
  readonly bytes: number;
}

/** What decides about the cost of a job. */
export type CostlyWork = Pick<JobDescription, 'name' | 'parameter' | 'defaults' | 'samples'>;

/** Samples of a dataset. */
export interface SplitSizes {
  readonly train: number;
  readonly test: number;
}

/** For which the coefficients hold; costs of other numbers of samples follow from the powers of growth. */
const REFERENCE: SplitSizes = Object.freeze({ train: 60_000, test: 10_000 });

/** Node, its threads with their code, and the images of the reference. */
const PROCESS_BYTES = 240e6;
/** A shuffled sample, and the copy of it that threads share. */
const SAMPLE_BYTES = 2 * 784;
const SHUFFLE_SECONDS = 0.1;

/**
 * What a job is expected to take on two cores, within a factor of about 3; ratios between jobs are better than that.
 * `learnCosts` makes it a matter of experience.
 *
 * @param sizes - Of the dataset, with images of 28 x 28 pixels. @default 60,000 and 10,000
 */
export function expectedCost(work: CostlyWork, sizes: SplitSizes = REFERENCE): ExpectedCost {
  const options = optionsOf(work);
  const family = options === undefined ? UNKNOWN : (FAMILY_COSTS[work.name] ?? UNKNOWN);
  const trainCount = Math.min(work.samples.train ?? Infinity, sizes.train);
  const testCount = Math.min(work.samples.test ?? Infinity, sizes.test);
  const [train, test] = [trainCount / REFERENCE.train, testCount / REFERENCE.test];
  return {
    seconds:
      SHUFFLE_SECONDS * train +
      family.fit(options ?? {}) * train ** family.fitGrowth +
      family.predict(options ?? {}) * test * train ** family.predictGrowth,
    bytes: PROCESS_BYTES + SAMPLE_BYTES * trainCount + family.bytes(options ?? {}, trainCount),
  };
}

/** Undefined for what cannot be created, which is no reason not to say something. */
function optionsOf(work: CostlyWork): Options | undefined {
  try {
    return { ...createClassifier(work).options };
  } catch (error) {
    if (error instanceof BenchmarkError || error instanceof ModelsError) return undefined;
    throw error;
  }
}

/** A classifier that has come since, or never was: nothing that would let it begin first or last. */
const UNKNOWN: FamilyCost = {
  fit: () => 5,
  fitGrowth: 1,
  predict: () => 0.1,
  predictGrowth: 0,
  bytes: (_, trainCount) => 4000 * trainCount,
};
