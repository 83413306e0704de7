import type { Configuration } from '../configuration.ts';
import type { SampleCounts } from '../jobs/job.ts';
import type { JobStatus } from '../results/result-row.ts';

/** `left-out`: the grid has it, but no classifier takes it. `missing`: there is no result yet. */
export type MeasurementStatus = JobStatus | 'left-out' | 'missing';

/** What is known of a configuration on one dataset. */
export interface Measurement {
  readonly status: MeasurementStatus;
  /** Why there is no accuracy. */
  readonly reason: string | null;
  /** Mean accuracy of the repeats on the test split, `0..1`. */
  readonly accuracy: number | null;
  readonly twiceStd: number | null;
  readonly secondsPerRepeat: number | null;
  /** Of all threads together: the same on a busy machine. */
  readonly cpuSecondsPerRepeat: number | null;
  readonly repeats: number;
  readonly peakBytes: number | null;
  /** Only the first samples of each split; null for all. */
  readonly samples: SampleCounts;
  /** Accuracy in table 3 of the paper. */
  readonly paper: number | null;
  /** Ours less the paper's. */
  readonly difference: number | null;
  /** Within 0.01 of the paper; null where there is nothing to compare, as on Fashion-MNIST: it has other files now. */
  readonly agrees: boolean | null;
}

/** A configuration, ours beside the paper's. */
export interface ReportRow extends Configuration {
  /** The parameters for people. */
  readonly parameterText: string;
  readonly fashion: Measurement;
  readonly mnist: Measurement;
}

/** A configuration whose MNIST accuracy is not the paper's. */
export interface Disagreement extends Configuration {
  readonly parameterText: string;
  readonly accuracy: number;
  readonly paper: number;
  readonly difference: number;
  /** Why, where it is known. */
  readonly explanation: string | null;
}

/** Our rows beside the paper's, with how many agree and what to know when reading them. */
export interface BenchmarkReport {
  readonly rows: readonly ReportRow[];
  /** On MNIST, whose files are those of the paper. */
  readonly agreement: {
    readonly compared: number;
    readonly agreeing: number;
    readonly disagreements: readonly Disagreement[];
  };
  /** What a reader must know to read the figures right, in sentences. */
  readonly notes: readonly string[];
}
