import type { Configuration } from '../configuration.ts';
import type { Job } from '../jobs/job.ts';

/**
 * How a job ended. `invalid`: the classifier refuses its parameters. `refused`: it needs more memory than there is.
 * `timed-out`: it took longer than it may. `failed`: it went wrong, again when it was tried once more.
 */
export type JobStatus = 'done' | 'invalid' | 'refused' | 'timed-out' | 'failed';

/** A line of a results file: the original's fields, then what it takes to trust them. */
export interface ResultRow extends Configuration {
  /** Accuracies on the test split, `0..1`, one per repeat; none unless done. */
  readonly score: readonly number[];
  readonly mean_accuracy: number | null;
  /** Twice the standard deviation of `score`, as in the original. */
  readonly std_accuracy: number | null;
  /** Seconds of fitting, predicting and shuffling. */
  readonly time_per_repeat: number | null;
  readonly num_repeat: number;
  /** Seconds since 1970. */
  readonly start_time: number;
  readonly done_time: number;
  readonly status: JobStatus;
  /** Why it is not done. */
  readonly reason: string | null;
  /** The job, without what stands in `name` and `parameter`; null in files of the original. */
  readonly job: Omit<Job, keyof Configuration> | null;
  /** null in files of the original, and where there was nothing to measure. */
  readonly provenance: Provenance | null;
}

/** Where and how a row came about. */
export interface Provenance {
  readonly fit_seconds: number;
  readonly predict_seconds: number;
  /**
   * Of all threads together, from the shuffle to the score: what other programs on the machine do counts for little.
   * null in rows that are older than this field.
   */
  readonly cpu_seconds: number | null;
  /** The most memory of the process that did the job. */
  readonly peak_bytes: number;
  /** SHA-256 of the predicted labels as bytes, one per test sample. */
  readonly predictions_sha256: string;
  /** Id of the job whose fit this one's is too, and whose figures these are; null where it has a fit of its own. */
  readonly same_fit_as: string | null;
  readonly threads: number;
  readonly cpu: string;
  readonly cores: number;
  readonly memory_bytes: number;
  readonly node: string;
  /** Of the sources, where they are a checkout. */
  readonly commit: string | null;
}
