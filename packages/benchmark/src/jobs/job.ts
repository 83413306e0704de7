import type { GridConfiguration } from '../configuration.ts';

/** What a job is about: two jobs of the same description have the same outcome. */
export interface JobDescription extends GridConfiguration {
  readonly dataset: DatasetIdentity;
  /** Only the first samples of each split; null for all. */
  readonly samples: SampleCounts;
  readonly preprocessing: Preprocessing;
  /** Which repeat of the configuration, from 0. */
  readonly repeat: number;
  /** Of the shuffle and of the classifier, a whole number `0..2^53 - 1`. */
  readonly seed: number;
  /** Version of this package, whose classifiers do the job. */
  readonly packageVersion: string;
}

/** One fit of one configuration, judged on the test split. */
export interface Job extends JobDescription {
  /** SHA-256 of the description as canonical JSON, in lower-case hexadecimal. */
  readonly id: string;
}

/** Which data a job is done on: what they are called, and what they contain. */
export interface DatasetIdentity {
  /** As `fashion-mnist`. */
  readonly name: string;
  /** Of the decompressed files, whatever their names: lower-case hexadecimal. */
  readonly sha256: string;
}

/** How many of the first samples of each split a job uses; null for all. */
export interface SampleCounts {
  readonly train: number | null;
  readonly test: number | null;
}

/** `standard`: every pixel to mean 0 and variance 1 over the training split, as in the original. */
export type Preprocessing = 'standard' | 'none';
